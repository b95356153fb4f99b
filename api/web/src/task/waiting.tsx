import { Epicycles } from "../chat/epicycles";
import type { Task } from "../api/types";
import { Icon } from "../shell/icon";
import { doing, stepOf, STEPS } from "./stages";

/** The frame while nothing can be seen yet: what is happening, how far it is, and a way to stop it. */
export function Waiting({ task, onStop, stopping }: { task: Task; onStop: () => void; stopping: boolean }) {
  const now = stepOf(task);
  const percent = Math.round((task.progress ?? 0) * 100);
  const said = stopping ? "Stopping" : doing(task);
  return (
    <div className="frame waiting">
      <Epicycles />
      <div className="waiting-words">
        <ol className="steps" aria-label="Steps">
          {STEPS.map((step, index) => (
            <li
              key={step}
              data-state={index < now ? "done" : index === now ? "now" : "later"}
              aria-current={index === now ? "step" : undefined}
            >
              {step}
            </li>
          ))}
        </ol>
        <progress max={100} value={percent} aria-label="Progress" />
        <div className="waiting-line">
          <p role="status">{said} …</p>
          <button type="button" className="on-frame" onClick={onStop} disabled={stopping}>
            <Icon name="stop" /> Stop
          </button>
        </div>
      </div>
    </div>
  );
}
