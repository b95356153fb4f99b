import { expect, test } from "vitest";

import type { Task } from "../api/types";
import { apply } from "./live";

const TASK: Task = { task_id: "a", status: "pending", prompt: "a wish", progress: 0 };

test("the plan brings the storyboard, and its first scene begins", () => {
  const task = apply(TASK, { kind: "stage", stage: "write", scene: 0, scenes: ["One", "Two"], progress: 0.2 });
  expect(task).toMatchObject({ status: "running", stage: "write", progress: 0.2 });
  expect(task.scenes?.map((scene) => [scene.title, scene.status])).toEqual([
    ["One", "running"],
    ["Two", "pending"],
  ]);
});

test("progress never runs backwards, as when a stream is heard from its start again", () => {
  const far = { ...TASK, status: "running" as const, progress: 0.7 };
  expect(apply(far, { kind: "progress", progress: 0.3 }).progress).toBe(0.7);
});

test("where the drawing is", () => {
  const task = apply(TASK, { kind: "progress", progress: 0.5, stage: "render", scene: 1, animation: 3, of: 7 });
  expect(task.moment).toEqual({ scene: 1, animation: 3, animations: 7 });
});

test("scenes end one by one, in their own order", () => {
  const second = apply(TASK, { kind: "scene", index: 1, made: false, attempts: 4 });
  const both = apply(second, { kind: "scene", index: 0, made: true });
  expect(both.scenes?.map((scene) => scene.status)).toEqual(["completed", "failed"]);
});

test("late events do not wake an ended task", () => {
  const ended = { ...TASK, status: "completed" as const };
  expect(apply(ended, { kind: "stage", stage: "plan" })).toBe(ended);
});
