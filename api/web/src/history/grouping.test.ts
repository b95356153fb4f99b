import { expect, test } from "vitest";

import type { ConversationLine } from "../api/types";
import { grouped, matching, placeOf } from "./grouping";

const NOW = new Date(2026, 10, 27, 12);
const line = (title: string, project = "", day = 27): ConversationLine => ({
  conversation_id: title,
  title,
  project,
  updated: new Date(2026, 10, day, 9).toISOString(),
});

test("projects by subject and lesson, the others by time", () => {
  const lines = [line("old", "", 26), line("waves", "Physics / Waves"), line("sums", "Algebra"), line("new")];
  const { subjects, others } = grouped(lines, NOW);
  expect(subjects.map((subject) => [subject.name, subject.lessons.map((lesson) => lesson.name)])).toEqual([
    ["Algebra", [""]],
    ["Physics", ["Waves"]],
  ]);
  expect(others.map((group) => [group.name, group.lines.map((one) => one.title)])).toEqual([
    ["Today", ["new"]],
    ["Yesterday", ["old"]],
  ]);
});

test.each([
  ["", null],
  [" / Waves", null],
  ["Physics", { subject: "Physics", lesson: "" }],
  ["Physics / Waves / Light", { subject: "Physics", lesson: "Waves / Light" }],
])("the place of %j", (project, place) => {
  expect(placeOf(project)).toEqual(place);
});

test("the search takes every word, in any order and case", () => {
  const lines = [line("The dot product", "Linear algebra"), line("A dot moves")];
  expect(matching(lines, "ALGEBRA dot").map((one) => one.title)).toEqual(["The dot product"]);
  expect(matching(lines, " ")).toHaveLength(2);
});
