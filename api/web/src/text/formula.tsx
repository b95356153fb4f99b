import { useEffect, useRef } from "react";

/** A formula, typeset by KaTeX into the document itself: its markup as a string would need inline styles. */
export function Formula({ tex, display = false }: { tex: string; display?: boolean }) {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let wanted = true;
    const arrived = ({ render }: typeof import("./katex")) => {
      if (wanted && place.current) render(tex, place.current, display);
    };
    void import("./katex").then(arrived, () => undefined); // a server that is away: the formula stays as it was typed
    return () => {
      wanted = false;
    };
  }, [tex, display]);
  return <span ref={place}>{tex}</span>;
}
