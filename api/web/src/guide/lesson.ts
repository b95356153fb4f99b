/** A lesson's video, as a teacher describes it, and the wish it becomes. */

import type { Complexity, Options } from "../api/types";

export interface Lesson {
  topic: string;
  prompt: string;
  level: string;
  length: Length;
}

export type Length = "short" | "medium" | "long";

export interface Level {
  value: string;
  name: string;
  words: string;
  complexity: Complexity;
}

export const LEVELS: Level[] = [
  {
    value: "school",
    name: "School",
    words: "for school, without assuming more than everyday words",
    complexity: "low",
  },
  { value: "secondary", name: "Upper school", words: "for the last years of school", complexity: "medium" },
  { value: "university", name: "University", words: "for first-year students", complexity: "medium" },
  { value: "advanced", name: "Advanced", words: "with the mathematics in full", complexity: "high" },
];

export const LENGTHS: { value: Length; name: string; hint: string; words: string }[] = [
  { value: "short", name: "One idea", hint: "about 15 seconds", words: "one idea only" },
  { value: "medium", name: "A walk-through", hint: "about 40 seconds", words: "" },
  {
    value: "long",
    name: "The whole story",
    hint: "a minute or more, several scenes",
    words: "step by step, with an example and a summary",
  },
];

export const NOTHING: Lesson = { topic: "", prompt: "", level: "secondary", length: "medium" };

/** The wish in the teacher's words, ready to be changed. */
export function wishOf({ topic, prompt, level, length }: Lesson): string {
  const base = (prompt || topic).trim().replace(/[.\s]+$/, "");
  const words = [LEVELS.find((one) => one.value === level)?.words, LENGTHS.find((one) => one.value === length)?.words];
  return [base, ...words.filter(Boolean)].join(", ");
}

/** A preview is a draft; its depth follows the level. */
export function optionsOf({ level }: Lesson): Options {
  return { quality: "low", complexity: LEVELS.find((one) => one.value === level)?.complexity ?? "medium" };
}
