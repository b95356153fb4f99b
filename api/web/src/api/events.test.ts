import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { follow, parse } from "./events";

class FakeSource extends EventTarget {
  static CLOSED = 2;
  static made: FakeSource[] = [];
  readyState = 1;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  constructor(readonly url: string) {
    super();
    FakeSource.made.push(this);
  }
  close() {
    this.readyState = FakeSource.CLOSED;
  }
  say(kind: string, data: object, lastEventId: string) {
    this.dispatchEvent(Object.assign(new Event(kind), { data: JSON.stringify(data), lastEventId }));
  }
}

beforeEach(() => {
  FakeSource.made = [];
  vi.useFakeTimers();
  vi.stubGlobal("EventSource", FakeSource);
  vi.stubGlobal("window", globalThis);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a refused stream is opened again, after the last event heard", () => {
  const heard: unknown[] = [];
  follow("t", (event) => heard.push(event), vi.fn());
  const first = FakeSource.made[0]!;
  expect(first.url).toBe("/events/t");
  first.say("stage", { stage: "plan" }, "1-0");
  first.close();
  first.onerror!();
  vi.advanceTimersByTime(499);
  expect(FakeSource.made).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(FakeSource.made[1]!.url).toBe("/events/t?last_event_id=1-0");
  expect(heard).toEqual([{ kind: "stage", stage: "plan" }]);
});

test("a broken line is left to the browser", () => {
  follow("t", vi.fn(), vi.fn());
  FakeSource.made[0]!.readyState = 0;
  FakeSource.made[0]!.onerror!();
  vi.advanceTimersByTime(60_000);
  expect(FakeSource.made).toHaveLength(1);
});

test("done closes the stream", () => {
  const onEvent = vi.fn();
  follow("t", onEvent, vi.fn());
  FakeSource.made[0]!.say("done", { status: "completed" }, "9-0");
  expect(onEvent).toHaveBeenCalledWith({ kind: "done", status: "completed" });
  expect(FakeSource.made[0]!.readyState).toBe(FakeSource.CLOSED);
});

test("what cannot be read is passed over", () => {
  expect(parse("stage", "{oops")).toBeNull();
});

test("a stream that is followed anew, after a reload, is heard from its start", () => {
  follow("t", vi.fn(), vi.fn())();
  FakeSource.made[0]!.say("progress", { progress: 0.5, animation: 3, of: 7 }, "4-0");
  follow("t", vi.fn(), vi.fn());
  expect(FakeSource.made[1]!.url).toBe("/events/t");
});
