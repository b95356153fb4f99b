import { expect, test } from "vitest";

import { withTurn } from "./queries";

test("the first turn names the conversation", () => {
  const talk = withTurn(undefined, "c", "t1", "a circle");
  expect(talk).toMatchObject({
    conversation_id: "c",
    title: "a circle",
    tasks: [{ task_id: "t1", prompt: "a circle" }],
  });
});

test("a turn that is there already is not added again", () => {
  const talk = withTurn(undefined, "c", "t1", "a circle");
  expect(withTurn(talk, "c", "t1", "a circle")).toBe(talk);
  expect(withTurn(talk, "c", "t2", "red").tasks).toHaveLength(2);
});
