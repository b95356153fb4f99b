import { expect, test } from "vitest";

import type { Task } from "../api/types";
import { keepingMoment, withTurn } from "./queries";

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

test("a record that is read again keeps the animation that the stream told of, while the stage lasts", () => {
  const drawing = { task_id: "t1", status: "running", stage: "render" } as Task;
  const told = { ...drawing, moment: { scene: 0, animation: 4, animations: 5 } };
  expect(keepingMoment(told, drawing)).toEqual(told);
  expect(keepingMoment(undefined, drawing)).toBe(drawing);
  expect(keepingMoment(told, { ...drawing, stage: "join" }).moment).toBeUndefined();
  expect(keepingMoment(told, { ...drawing, status: "completed" }).moment).toBeUndefined();
});
