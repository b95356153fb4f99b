import { api } from "../api/client";
import { ENDED, type Task } from "../api/types";
import { useLive } from "../data/live";
import { useTask, useTaskAction } from "../data/queries";
import { ErrorMessage } from "../shell/message";
import { CodePanel, CodeToCome } from "../task/code_panel";
import { Exports } from "../task/exports";
import { Facts } from "../task/facts";
import { Feedback } from "../task/feedback";
import { Findings } from "../task/findings";
import { Player } from "../task/player";
import { Storyboard } from "../task/storyboard";
import { Trouble } from "../task/trouble";
import { Waiting } from "../task/waiting";
import { RichText } from "../text/rich_text";

/** One thing said, and what came of it. */
export function Turn({ id, message }: { id: string; message: string }) {
  const { data: task, error } = useTask(id);
  useLive(task);
  return (
    <article className="turn" aria-label={message}>
      <h2 className="wish">
        <RichText text={message} />
      </h2>
      {task ? (
        <Made task={task} />
      ) : error ? (
        <ErrorMessage error={error} />
      ) : (
        <div className="frame" aria-busy="true" />
      )}
    </article>
  );
}

function Made({ task }: { task: Task }) {
  const hasCode = Boolean(task.code ?? task.scenes?.some((scene) => scene.code));
  return (
    <div className="made" data-code={hasCode || !ENDED.has(task.status)}>
      <div className="seen">
        <Frame task={task} />
        {task.video_url && (
          <div className="under-frame">
            <Feedback task={task} />
            <span className="spring" />
            <Exports task={task} />
          </div>
        )}
        <Facts task={task} />
        {task.video_url && task.status === "partial" && <Trouble task={task} />}
        <Storyboard task={task} />
        <Findings task={task} />
      </div>
      {hasCode ? <CodePanel task={task} /> : !ENDED.has(task.status) && <CodeToCome />}
    </div>
  );
}

function Frame({ task }: { task: Task }) {
  const stop = useTaskAction(task.task_id, () => api.cancel(task.task_id));
  if (!ENDED.has(task.status)) return <Waiting task={task} stopping={stop.isPending} onStop={() => stop.mutate()} />;
  return task.video_url ? <Player task={task} /> : <Trouble task={task} />;
}
