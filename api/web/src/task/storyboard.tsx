import { api } from "../api/client";
import { ENDED, type Scene, type Task } from "../api/types";
import { useTaskAction } from "../data/queries";
import { Icon } from "../shell/icon";
import { ErrorMessage } from "../shell/message";
import { RichText } from "../text/rich_text";

const STATES: Record<string, string> = {
  pending: "waiting",
  running: "being made",
  completed: "done",
  partial: "in part",
  failed: "not made",
  unsupported: "not possible yet",
  cancelled: "stopped",
};

/** The scenes in their order; each can be tried again by itself. Not shown for a single scene that went well. */
export function Storyboard({ task }: { task: Task }) {
  const scenes = task.scenes ?? [];
  const retry = useTaskAction(task.task_id, (index: number) => api.retry(task.task_id, index));
  if (scenes.length === 0 || (scenes.length === 1 && !isLost(scenes[0]!))) return null;
  return (
    <section className="storyboard" aria-label="Scenes">
      <h3>Scenes</h3>
      <ol>
        {scenes.map((scene) => (
          <SceneLine
            key={scene.index}
            scene={scene}
            busy={retry.isPending || !ENDED.has(task.status)}
            onRetry={() => retry.mutate(scene.index)}
          />
        ))}
      </ol>
      {retry.isError && <ErrorMessage error={retry.error} />}
    </section>
  );
}

const isLost = ({ status }: Scene) => ENDED.has(status) && status !== "completed";

function SceneLine({ scene, busy, onRetry }: { scene: Scene; busy: boolean; onRetry: () => void }) {
  const error = scene.error?.message;
  const attempts = scene.attempts ?? 0;
  return (
    <li data-status={scene.status}>
      <span className="scene-number" aria-hidden="true">
        {scene.index + 1}
      </span>
      <span className="scene-title">
        <RichText text={scene.title} />
      </span>
      <span className="muted">
        {STATES[scene.status]}
        {attempts > 1 && ` after ${attempts} attempts`}
      </span>
      {isLost(scene) && (
        <button
          type="button"
          className="quiet"
          disabled={busy}
          onClick={onRetry}
          aria-label={`Try again: ${scene.title}`}
        >
          <Icon name="again" /> Try again
        </button>
      )}
      {error && (
        <details>
          <summary>What went wrong</summary>
          <pre tabIndex={0} aria-label="Error">
            {error}
          </pre>
        </details>
      )}
    </li>
  );
}
