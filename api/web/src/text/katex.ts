/** KaTeX, loaded when the first formula is shown. */

import katex from "katex";
import "katex/dist/katex.min.css";

export function render(tex: string, place: HTMLElement, display: boolean): void {
  katex.render(tex, place, { displayMode: display, throwOnError: false, trust: false, maxExpand: 200, maxSize: 20 });
}
