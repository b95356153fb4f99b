/** Python code as highlighted pieces, by Lezer's real parser. Class names only: no inline styles. */

import { classHighlighter, highlightCode } from "@lezer/highlight";
import { parser } from "@lezer/python";

export interface Piece {
  text: string;
  kind: string;
}

/** Lines of pieces; the pieces' text joined by newlines is the code again. */
export function highlight(code: string): Piece[][] {
  const lines: Piece[][] = [[]];
  highlightCode(
    code,
    parser.parse(code),
    classHighlighter,
    (text, kind) => lines.at(-1)!.push({ text, kind }),
    () => lines.push([]),
  );
  return lines;
}

/** Where a new line begins: as deep as the line before, one step deeper after a colon. */
export function indentation(before: string): string {
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const depth = /^ */.exec(line)![0];
  return line.trimEnd().endsWith(":") ? `${depth}    ` : depth;
}
