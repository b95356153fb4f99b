/** What went wrong, in words for people. The API answers with RFC 9457 problem documents. */

export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly advice = "",
    readonly retryAfter: number | null = null,
  ) {
    super(message);
  }

  /** The server did not answer at all. */
  get offline(): boolean {
    return this.status === 0;
  }
}

const KIND: Record<number, [string, string]> = {
  0: ["Tulku's server does not answer.", "Your words are kept. They can be sent again once it is back."],
  401: ["You are not signed in.", "Sign in, then try again."],
  403: ["This belongs to someone else.", ""],
  404: ["This is not here any more.", "It may have been deleted, or the address is wrong."],
  413: ["This is too long.", "Say it in fewer words, or leave out part of the code."],
  429: ["That were many wishes at once.", "Wait a moment, then try again."],
  500: ["Something broke on our side.", "It has been written down. Trying again may help."],
  503: ["Tulku is busy or restarting.", "Try again in a moment."],
};

interface ProblemDocument {
  title?: string;
  detail?: unknown;
  code?: string;
  advice?: string;
  errors?: { msg?: string; detail?: string }[];
}

/** A `Problem` from any answer that is not a success. */
export async function problemOf(answer: Response): Promise<Problem> {
  const document = await documentOf(answer);
  const [message, advice] = KIND[answer.status] ?? [`The server said no (${answer.status}).`, ""];
  const said = answer.status >= 500 ? "" : detailOf(document);
  const wait = Number(answer.headers.get("Retry-After"));
  return new Problem(
    answer.status,
    document.code ?? `http_${answer.status}`,
    said || message,
    document.advice ?? (said ? "" : advice),
    Number.isFinite(wait) && wait > 0 ? wait : null,
  );
}

/** The request never reached a server. */
export function unreachable(): Problem {
  const [message, advice] = KIND[0]!;
  return new Problem(0, "offline", message, advice);
}

/** Any thrown thing as a `Problem`. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  return new Problem(-1, "page", "The page made a mistake.", "Reload it; nothing is lost.");
}

async function documentOf(answer: Response): Promise<ProblemDocument> {
  try {
    return (await answer.json()) as ProblemDocument;
  } catch {
    return {};
  }
}

function detailOf(document: ProblemDocument): string {
  if (typeof document.detail === "string") return document.detail;
  const first = Array.isArray(document.detail) ? (document.detail[0] as { msg?: string } | undefined) : undefined;
  return first?.msg ?? document.errors?.[0]?.msg ?? document.title ?? "";
}
