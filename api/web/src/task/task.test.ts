import { expect, test } from "vitest";

import type { Quality, Task } from "../api/types";
import { betterThan } from "./exports";
import { factsOf } from "./facts";
import { findingsOf } from "./findings";
import { doing, stepOf } from "./stages";
import { explain } from "./trouble";

const TASK: Task = { task_id: "a", status: "running", prompt: "a wish" };

test("what is happening, in words", () => {
  expect(doing({ ...TASK, status: "pending", queue_position: 3 })).toBe("2 wishes before yours");
  expect(doing({ ...TASK, status: "pending", queue_position: 1 })).toBe("Waiting for its turn");
  expect(doing({ ...TASK, stage: "render", moment: { scene: 0, animation: 2, animations: 5 } })).toBe(
    "Drawing: animation 2 of 5",
  );
  expect(doing({ ...TASK, stage: "something new" })).toBe("Starting");
});

test("the scene is named only where there are several", () => {
  const scenes = [0, 1].map((index) => ({ index, title: "", status: "running" as const }));
  expect(doing({ ...TASK, scenes, stage: "write", moment: { scene: 1 } })).toBe("Writing the code: scene 2");
});

test("repairs belong to the writing", () => {
  expect(stepOf({ ...TASK, stage: "repair" })).toBe(stepOf({ ...TASK, stage: "write" }));
});

test("facts leave out what is not known", () => {
  expect(factsOf(TASK)).toEqual([]);
  const made = { duration: 12, timings: { plan: 1, render: 7 }, attempts: 1, cache: "made" as const };
  expect(factsOf({ ...TASK, ...made })).toEqual(["12 s long", "made in 8 s"]);
  expect(factsOf({ ...TASK, ...made, cache: "exact" })).toEqual(["12 s long", "was there already"]);
});

test("findings of the whole, else of the scenes", () => {
  const finding = { kind: "overlap", message: "x" };
  const scenes = [{ index: 0, title: "", status: "completed" as const, findings: [finding] }];
  expect(findingsOf({ ...TASK, scenes })).toEqual([finding]);
  expect(findingsOf({ ...TASK, scenes, layout: { findings: [] } })).toEqual([]);
});

test("every end has a title for people", () => {
  for (const status of ["completed", "partial", "failed", "unsupported", "cancelled"] as const)
    expect(explain({ ...TASK, status }).title).not.toBe("");
});

test("a missing scene is named", () => {
  const scenes = [
    { index: 0, title: "One", status: "completed" as const },
    { index: 1, title: "Two", status: "failed" as const },
  ];
  expect(explain({ ...TASK, status: "partial", scenes }).title).toBe("One scene is missing: Two");
});

test("better quality ends at 4K", () => {
  expect([undefined, "low", "medium", "high", "4k"].map((quality) => betterThan(quality as Quality))).toEqual([
    "high",
    "high",
    "high",
    "4k",
    null,
  ]);
});
