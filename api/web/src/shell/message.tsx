import type { ReactNode } from "react";

import { asProblem } from "../api/problem";
import { sentence } from "../text/sentence";

/** An error in words for people, with advice and what can be done. */
export function ErrorMessage({ error, children }: { error: unknown; children?: ReactNode }) {
  const { message, advice, retryAfter } = asProblem(error);
  return (
    <div className="message" role="alert">
      <p>{sentence(message)}</p>
      {advice && <p className="muted">{sentence(advice)}</p>}
      {retryAfter !== null && <p className="muted">Try again in {retryAfter} seconds.</p>}
      {children}
    </div>
  );
}
