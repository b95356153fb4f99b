import { memo } from "react";

import { highlight } from "./highlight";

/** Highlighted Python, with line numbers that are not copied along. */
export const Python = memo(function Python({ code }: { code: string }) {
  return (
    <code className="python">
      {highlight(code).map((line, index) => (
        <span className="line" key={index}>
          {line.map(({ text, kind }, place) => (
            <span className={kind} key={place}>
              {text}
            </span>
          ))}
          {"\n"}
        </span>
      ))}
    </code>
  );
});
