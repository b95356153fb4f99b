import type { Task } from "../api/types";
import { asked, makingOf } from "../data/options";
import { useSend } from "../data/queries";
import { RichText } from "../text/rich_text";

interface Explained {
  title: string;
  text: string;
}

/** Why there is no video, or not the whole of it, and what can be done. */
export function Trouble({ task }: { task: Task }) {
  const send = useSend();
  const { title, text } = explain(task);
  const wish = (words: string) =>
    send.mutate({ sending: { kind: "wish", text: words, of: task }, asking: asked(makingOf(task)) });
  const nearest = task.error?.nearest ?? [];

  return (
    <div className="trouble" role="status">
      <h3>{title}</h3>
      {text && (
        <p>
          <RichText text={text} />
        </p>
      )}
      {task.error?.advice && (
        <p className="muted">
          <RichText text={task.error.advice} />
        </p>
      )}
      {nearest.length > 0 && (
        <div className="chips" role="group" aria-label="What it can show">
          {nearest.map((near) => (
            <button key={near} type="button" className="chip" disabled={send.isPending} onClick={() => wish(near)}>
              <RichText text={near} />
            </button>
          ))}
        </div>
      )}
      <Again task={task} onWish={wish} busy={send.isPending} />
    </div>
  );
}

function Again({ task, onWish, busy }: { task: Task; onWish: (words: string) => void; busy: boolean }) {
  const send = useSend();
  if (task.status === "unsupported") return null;
  if (task.status === "completed" && task.code) {
    const remake = () =>
      send.mutate({ sending: { kind: "code", text: task.code!, of: task }, asking: { options: task.options } });
    return (
      <button type="button" className="plain" disabled={send.isPending} onClick={remake}>
        Make it again from its code
      </button>
    );
  }
  if (task.status === "partial") return null;
  return (
    <button type="button" className="plain" disabled={busy} onClick={() => onWish(task.prompt)}>
      Try again
    </button>
  );
}

/** A status in words for people. Pure. */
export function explain(task: Task): Explained {
  const said = task.error?.message ?? "";
  switch (task.status) {
    case "unsupported":
      return {
        title: "This is not something Tulku can show well yet",
        text: said || "Better no video than a wrong one. These are near it:",
      };
    case "partial":
      return { title: missing(task), text: said || "The rest is above. A missing scene can be tried again by itself." };
    case "cancelled":
      return { title: "Stopped", text: "" };
    case "failed":
      return {
        title: "This video could not be made",
        text: said || "Every attempt is kept with its code and its error.",
      };
    default:
      return { title: "The video has been put away", text: "Videos are kept for a while, their code for ever." };
  }
}

function missing(task: Task): string {
  const lost = (task.scenes ?? []).filter((scene) => scene.status !== "completed");
  if (lost.length === 1) return `One scene is missing: ${lost[0]!.title}`;
  return lost.length ? `${lost.length} scenes are missing` : "Part of the video is missing";
}
