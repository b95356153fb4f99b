/** Every call the page makes, typed. The only file that knows the API's addresses. */

import { connection } from "./connection";
import { problemOf, unreachable } from "./problem";
import type { Accepted, Conversation, Converted, History, Me, Options, Task, Thumb, Topics } from "./types";

const LONGEST_WAIT = 30_000;

export interface Asking {
  options?: Options;
  project?: string;
  conversation_id?: string;
}

export const api = {
  generate: (prompt: string, asking: Asking = {}) => post<Accepted>("/generate", { prompt, ...asking }),
  chat: (task_id: string, message: string, asking: Asking = {}) =>
    post<Accepted>("/chat", { task_id, message, ...asking }),
  say: (message: string, asking: Asking) => post<Accepted>("/chat", { message, ...asking }),
  render: (code: string, { options = {}, ...asking }: Asking = {}) =>
    post<Accepted>("/render", { code, ...asking, options: ofRendering(options) }),
  convert: (code: string) => post<Converted>("/convert", { code }),
  task: (id: string) => get<Task>(`/status/${part(id)}`),
  cancel: (id: string) => post<unknown>(`/tasks/${part(id)}/cancel`),
  retry: (id: string, scene: number) => post<unknown>(`/tasks/${part(id)}/scenes/${scene}/retry`),
  feedback: (task_id: string, thumb: Thumb, text?: string) =>
    post<unknown>("/feedback", { task_id, thumb, ...(text && { text }) }),
  conversations: (cursor?: string) => get<History>("/conversations", { limit: 100, cursor }),
  conversation: (id: string) => get<Conversation>(`/conversations/${part(id)}`),
  forget: (id: string) => call<unknown>("DELETE", `/conversations/${part(id)}`),
  topics: (field?: string, level?: string) => get<Topics>("/topics", { field, level }),
  me: () => get<Me>("/auth/me"),
  signIn: (key: string) => post<unknown>("/auth/session", { key }),
  signOut: () => call<unknown>("DELETE", "/auth/session"),
  health: () => get<unknown>("/healthz"),
};

/** Where an account elsewhere is used to sign in. */
export const loginUrl = "/auth/login";

/** Where a finished task can be downloaded in another form. */
export const exportUrl = (id: string, form: string) => `/export/${part(id)}.${form}`;

/** Where a task's events come from; `after` is the last one seen. */
export const eventsUrl = (id: string, after: string) =>
  `/events/${part(id)}` + (after ? `?last_event_id=${encodeURIComponent(after)}` : "");

const part = encodeURIComponent;

/** Of the options, those that code of one's own knows. */
const ofRendering = ({ quality, resolution, seed }: Options): Options => ({ quality, resolution, seed });

function get<Answer>(path: string, query: Record<string, string | number | undefined> = {}): Promise<Answer> {
  const asked = Object.entries(query).filter((pair): pair is [string, string | number] => pair[1] !== undefined);
  const words = new URLSearchParams(asked.map(([name, value]) => [name, String(value)])).toString();
  return call("GET", words ? `${path}?${words}` : path);
}

function post<Answer>(path: string, body?: object): Promise<Answer> {
  return call("POST", path, body);
}

async function call<Answer>(method: string, path: string, body?: object): Promise<Answer> {
  const answer = await reach(path, {
    method,
    headers: { Accept: "application/json", ...(body && { "Content-Type": "application/json" }) },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(LONGEST_WAIT),
  });
  if (!answer.ok) throw await problemOf(answer);
  return (answer.status === 204 ? undefined : await answer.json()) as Answer;
}

async function reach(path: string, request: RequestInit): Promise<Response> {
  try {
    const answer = await fetch(path, request);
    connection.set(true);
    return answer;
  } catch {
    connection.set(false);
    throw unreachable();
  }
}
