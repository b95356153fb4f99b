import type { Task } from "../api/types";
import { seconds } from "../text/when";

const TIERS: Record<string, string> = {
  exact: "was there already",
  semantic: "was there already",
  shared: "made together with the same wish of another",
  near: "made from a video like it",
};

/** What it cost and how sure it is, in one quiet line. */
export function Facts({ task }: { task: Task }) {
  const facts = factsOf(task);
  if (!task.video_url || facts.length === 0) return null;
  return (
    <ul className="facts">
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}

/** Pure. */
export function factsOf(task: Task): string[] {
  const took = Object.values(task.timings ?? {}).reduce((sum, value) => sum + value, 0);
  const tier = TIERS[task.cache ?? ""];
  const tokens = (task.usage?.prompt_tokens ?? 0) + (task.usage?.completion_tokens ?? 0);
  const cost = task.usage?.cost ?? 0;
  const facts = [
    task.duration ? `${seconds(task.duration)} long` : "",
    tier ?? (took > 0 ? `made in ${seconds(took)}` : ""),
    (task.attempts ?? 1) > 1 ? `${task.attempts} attempts` : "",
    task.confidence ? `${Math.round(task.confidence * 100)} % sure` : "",
    tokens ? `${tokens.toLocaleString("en")} tokens` : "",
    cost ? `$${cost.toFixed(cost < 0.01 ? 4 : 2)}` : "",
    ...(task.notes ?? []),
  ];
  return facts.filter((fact) => fact !== "");
}
