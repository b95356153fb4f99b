import { useEffect, useRef } from "react";

import type { TaskLine } from "../api/types";
import { OWN_CODE, useConversation, useTask } from "../data/queries";
import { go, routes } from "../route";
import { ErrorMessage } from "../shell/message";
import { Refine } from "./refine";
import { Turn } from "./turn";

/** A conversation: a wish and everything it was changed into. */
export function ConversationPage({ id }: { id: string }) {
  const { data, error, refetch } = useConversation(id);
  if (!data) return <Loading error={error} again={() => void refetch()} />;
  return <Turns title={data.title ?? ""} tasks={data.tasks} />;
}

/** One task by its own address; moves to its conversation where there is one. */
export function TaskPage({ id }: { id: string }) {
  const { data, error, refetch } = useTask(id);
  const conversation = data?.conversation_id;
  useEffect(() => {
    if (conversation) go(routes.conversation(conversation));
  }, [conversation]);
  if (!data) return <Loading error={error} again={() => void refetch()} />;
  return <Turns title={data.title ?? data.prompt} tasks={[data]} />;
}

function Turns({ title, tasks }: { title: string; tasks: TaskLine[] }) {
  const last = tasks.at(-1);
  const end = useRef<HTMLLIElement>(null);
  useEffect(() => {
    document.title = title ? `${title} – Tulku` : "Tulku";
    return () => {
      document.title = "Tulku";
    };
  }, [title]);
  useEffect(() => {
    if (tasks.length > 1) end.current?.scrollIntoView({ block: "start" });
  }, [tasks.length]);
  if (!last) return <p className="muted empty">Nothing was said here yet.</p>;

  return (
    <div className="conversation">
      <h1 className="hidden">{title}</h1>
      <ol className="turns">
        {tasks.map((task) => (
          <li key={task.task_id} ref={task === last ? end : undefined}>
            <Turn id={task.task_id} message={task.prompt || OWN_CODE} />
          </li>
        ))}
      </ol>
      <LastTask id={last.task_id} />
    </div>
  );
}

function LastTask({ id }: { id: string }) {
  const { data } = useTask(id);
  return data ? <Refine key={id} task={data} /> : null;
}

function Loading({ error, again }: { error: unknown; again: () => void }) {
  if (!error) return <p className="muted empty">Opening …</p>;
  return (
    <div className="empty">
      <ErrorMessage error={error}>
        <p className="row">
          <button type="button" className="plain" onClick={again}>
            Try again
          </button>
          <a href={routes.new}>Start anew</a>
        </p>
      </ErrorMessage>
    </div>
  );
}
