/** The steps of the one flow, in words for people. Several of the graph's stages make one step. */

import type { Task } from "../api/types";

export const STEPS = ["Plan", "Write", "Check", "Draw", "Join"] as const;
type Step = (typeof STEPS)[number];

const STAGES: Record<string, [Step, string]> = {
  pending: ["Plan", "Waiting for its turn"],
  plan: ["Plan", "Planning the scenes"],
  retrieve: ["Plan", "Looking at similar scenes"],
  write: ["Write", "Writing the code"],
  convert: ["Write", "Bringing the code up to date"],
  repair: ["Write", "Mending what did not work"],
  check: ["Check", "Checking that it runs and is well laid out"],
  probe: ["Check", "Checking that it runs and is well laid out"],
  render: ["Draw", "Drawing"],
  keep: ["Join", "Putting it away"],
  join: ["Join", "Joining the scenes"],
  store: ["Join", "Putting it away"],
};

export function stepOf(task: Task): number {
  const [step] = STAGES[task.stage ?? ""] ?? STAGES[task.status === "pending" ? "pending" : "plan"]!;
  return STEPS.indexOf(step);
}

/** One sentence on what is happening now. */
export function doing(task: Task): string {
  if (task.status === "pending") return waiting((task.queue_position ?? 1) - 1);
  const said = STAGES[task.stage ?? ""]?.[1] ?? "Starting";
  const { scene, animation, animations } = task.moment ?? {};
  const several = (task.scenes?.length ?? 0) > 1;
  const where = [
    several && scene !== undefined && `scene ${scene + 1}`,
    animation !== undefined && (animations ? `animation ${animation} of ${animations}` : `animation ${animation}`),
  ].filter(Boolean);
  return where.length ? `${said}: ${where.join(", ")}` : said;
}

function waiting(before: number): string {
  if (before <= 0) return "Waiting for its turn";
  return before === 1 ? "One wish before yours" : `${before} wishes before yours`;
}
