import { useEffect, useRef } from "react";

/** A formula, typeset by KaTeX into the document itself: its markup as a string would need inline styles. */
export function Formula({ tex, display = false }: { tex: string; display?: boolean }) {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let wanted = true;
    void import("./katex").then(({ render }) => {
      if (wanted && place.current) render(tex, place.current, display);
    });
    return () => {
      wanted = false;
    };
  }, [tex, display]);
  return <span ref={place}>{tex}</span>;
}
