/**
 * A task's live events. The browser reconnects after a broken line by itself; it gives up on an error answer, so that
 * is tried again here, more and more slowly, from the last event heard. A reload hears the stream from its start: that
 * brings back the plan and the animation that is being drawn, which no record holds.
 */

import { eventsUrl } from "./client";
import type { Status } from "./types";

export type TaskEvent =
  | { kind: "stage"; stage: string; progress?: number; scene?: number; title?: string; scenes?: string[] }
  | { kind: "progress"; progress: number; stage?: string; scene?: number; animation?: number; of?: number }
  | { kind: "scene"; index: number; made: boolean; attempts?: number }
  | { kind: "done"; status: Status };

const KINDS = ["stage", "progress", "scene", "done"] as const;
const FIRST_WAIT = 500;
const LONGEST_WAIT = 15_000;

/** Follow a task until it is done; returns how to stop. `onOpen` is called on each (re)connection. */
export function follow(id: string, onEvent: (event: TaskEvent) => void, onOpen: () => void): () => void {
  let source: EventSource | null = null;
  let timer = 0;
  let wait = FIRST_WAIT;
  let last = "";

  const stop = () => {
    clearTimeout(timer);
    source?.close();
  };
  const heard = (kind: TaskEvent["kind"], message: MessageEvent<string>) => {
    last = message.lastEventId || last;
    const event = parse(kind, message.data);
    if (event) onEvent(event);
    if (kind === "done") stop();
  };
  const open = () => {
    source = new EventSource(eventsUrl(id, last));
    source.onopen = () => {
      wait = FIRST_WAIT;
      onOpen();
    };
    source.onerror = () => {
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = window.setTimeout(open, wait);
      wait = nextWait(wait);
    };
    for (const kind of KINDS) source.addEventListener(kind, (message) => heard(kind, message as MessageEvent<string>));
  };
  open();
  return stop;
}

/** One event's data; null for what cannot be read. */
export function parse(kind: TaskEvent["kind"], data: string): TaskEvent | null {
  try {
    return { ...(JSON.parse(data) as object), kind } as TaskEvent;
  } catch {
    return null;
  }
}

export const nextWait = (wait: number) => Math.min(wait * 2, LONGEST_WAIT);
