import { Formula } from "./formula";
import { split } from "./split";

/** A text with its formulas typeset. */
export function RichText({ text }: { text: string }) {
  return split(text).map((bit, index) =>
    bit.kind === "words" ? (
      <span key={index}>{bit.text}</span>
    ) : (
      <Formula key={index} tex={bit.text} display={bit.kind === "display"} />
    ),
  );
}
