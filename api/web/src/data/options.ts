/** How a wish is to be made: the choices behind "more", one row each. */

import type { Complexity, Options, Quality, Task } from "../api/types";
import { useKept } from "./kept";

export interface Choice<Value extends string> {
  value: Value;
  name: string;
  hint?: string;
}

export const QUALITIES: Choice<Quality>[] = [
  { value: "low", name: "Draft", hint: "480p, ready soonest" },
  { value: "medium", name: "Good", hint: "720p" },
  { value: "high", name: "Fine", hint: "1080p, 60 frames a second" },
  { value: "4k", name: "4K", hint: "slow, for the big screen" },
];

export const COMPLEXITIES: Choice<Complexity>[] = [
  { value: "low", name: "Gentle", hint: "the idea alone" },
  { value: "medium", name: "Usual" },
  { value: "high", name: "Deep", hint: "with the mathematics" },
];

export const STYLES: Choice<string>[] = [
  { value: "3b1b", name: "3Blue1Brown" },
  { value: "black", name: "Black" },
  { value: "midnight", name: "Midnight" },
  { value: "chalkboard", name: "Chalkboard" },
];

export const RESOLUTIONS = ["480p", "720p", "1080p", "1440p", "2160p"];

export interface Making {
  options: Options;
  project: string;
}

export const USUAL: Making = { options: { quality: "low", style: "3b1b", complexity: "medium" }, project: "" };

/** The choices a video was made with: what is said about it keeps them. */
export function makingOf({ options = {}, project }: Task): Making {
  const { quality, resolution, style, complexity, temperature, seed, model } = { ...USUAL.options, ...options };
  return { options: { quality, resolution, style, complexity, temperature, seed, model }, project: project ?? "" };
}

export const useMaking = () => useKept<Making>("making", USUAL);

/** The choices in a few words, for the closed "more" button: only what differs from the usual. */
export function inWords({ options, project }: Making): string {
  const words = [
    options.quality !== USUAL.options.quality && nameOf(QUALITIES, options.quality),
    options.style !== USUAL.options.style && nameOf(STYLES, options.style),
    options.complexity !== USUAL.options.complexity && nameOf(COMPLEXITIES, options.complexity),
    project,
  ];
  return words.filter(Boolean).join(" · ");
}

function nameOf(choices: Choice<string>[], value: string | undefined): string {
  return choices.find((choice) => choice.value === value)?.name ?? "";
}

/** What is sent: choices that were emptied are left out. */
export function asked({ options, project }: Making): { options: Options; project?: string } {
  const given = Object.entries(options).filter(([, value]) => value !== undefined && value !== "");
  const place = project.trim();
  return { options: Object.fromEntries(given), ...(place && { project: place }) };
}
