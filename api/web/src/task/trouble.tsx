import type { Task } from "../api/types";
import { asked, makingOf } from "../data/options";
import { useSend } from "../data/queries";
import { RichText } from "../text/rich_text";
import { sentence } from "../text/sentence";

/** `text` is for everyone, `aside` for those who want to know more. */
interface Explained {
  title: string;
  text: string[];
  aside: string[];
}

/** Why there is no video, or not the whole of it, and what can be done. */
export function Trouble({ task }: { task: Task }) {
  const send = useSend();
  const { title, text, aside } = explain(task);
  const wish = (words: string) =>
    send.mutate({ sending: { kind: "wish", text: words, of: task }, asking: asked(makingOf(task)) });
  const nearest = task.error?.nearest ?? [];

  return (
    <div className="trouble" role="status">
      <h3>{title}</h3>
      {text.map((remark) => (
        <p key={remark}>
          <RichText text={remark} />
        </p>
      ))}
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
      {aside.length > 0 && (
        <details>
          <summary>More about this</summary>
          <p>{aside.join(" ")}</p>
        </details>
      )}
    </div>
  );
}

function Again({ task, onWish, busy }: { task: Task; onWish: (words: string) => void; busy: boolean }) {
  const send = useSend();
  if (task.status === "unsupported") return null;
  if (task.status === "partial") return null;
  const ofCode = task.status === "completed" || task.kind === "render";
  if (ofCode) {
    if (!task.code) return null;
    const remake = () =>
      send.mutate({ sending: { kind: "code", text: task.code!, of: task }, asking: { options: task.options } });
    return (
      <button type="button" className="plain" disabled={send.isPending} onClick={remake}>
        {task.status === "completed" ? "Make it again from its code" : "Try again"}
      </button>
    );
  }
  return (
    <button type="button" className="plain" disabled={busy} onClick={() => onWish(task.prompt)}>
      Try again
    </button>
  );
}

/** A status in words for people. Pure. */
export function explain(task: Task): Explained {
  const said = [task.error?.message, task.error?.advice].map((remark) => sentence(remark ?? "")).filter(Boolean);
  const near = task.error?.nearest?.length;
  switch (task.status) {
    case "unsupported":
      return {
        title: "This is not something Tulku can show well yet",
        text: [near ? "Better no film than a wrong one. These come near it:" : "Better no film than a wrong one."],
        aside: said,
      };
    case "partial":
      return {
        title: missing(task),
        text: ["The rest is above. A missing scene can be tried again by itself."],
        aside: said,
      };
    case "cancelled":
      return { title: "Stopped", text: [], aside: [] };
    case "failed":
      return { title: "This film could not be made", text: said, aside: [] };
    default:
      return {
        title: "The film has been put away",
        text: ["Films are kept for a while, their code for ever."],
        aside: [],
      };
  }
}

function missing(task: Task): string {
  const lost = (task.scenes ?? []).filter((scene) => scene.status !== "completed");
  if (lost.length === 1) return `One scene is missing: ${lost[0]!.title}`;
  return lost.length ? `${lost.length} scenes are missing` : "Part of the film is missing";
}
