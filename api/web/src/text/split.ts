/** Words and formulas of a text: `$…$`, `$$…$$`, `\(…\)` and `\[…\]` are TeX. */

export interface Bit {
  text: string;
  kind: "words" | "inline" | "display";
}

const TEX = /\$\$([^$]+)\$\$|\\\[([\s\S]+?)\\\]|\\\(([\s\S]+?)\\\)|\$(?!\s)([^$\n]+?)(?<!\s)\$(?!\d)/g;

export function split(text: string): Bit[] {
  const bits: Bit[] = [];
  let end = 0;
  for (const found of text.matchAll(TEX)) {
    if (found.index > end) bits.push({ text: text.slice(end, found.index), kind: "words" });
    const display = found[1] ?? found[2];
    bits.push({ text: display ?? found[3] ?? found[4] ?? "", kind: display === undefined ? "inline" : "display" });
    end = found.index + found[0].length;
  }
  if (end < text.length) bits.push({ text: text.slice(end), kind: "words" });
  return bits;
}
