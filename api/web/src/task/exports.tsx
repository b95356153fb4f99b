import { exportUrl } from "../api/client";
import type { Quality, Task } from "../api/types";
import { QUALITIES } from "../data/options";
import { useSend } from "../data/queries";
import { Icon } from "../shell/icon";
import { Menu } from "../shell/menu";

const FORMS = [
  ["gif", "Moving picture for slides", "GIF"],
  ["webm", "Film for the web", "WebM"],
  ["png", "Still picture", "PNG"],
  ["zip", "Project that runs with plain Manim", "ZIP"],
  ["ipynb", "Notebook", "Jupyter"],
  ["py", "Code", "Python"],
] as const;

/** The video in other forms, and in better quality. */
export function Exports({ task }: { task: Task }) {
  const better = betterThan(task.options?.quality);
  return (
    <>
      {task.code && better && <Finer task={task} quality={better} />}
      <Menu label="Export" icon="down">
        {task.video_url && <Download href={task.video_url} what="Film" form="MP4" />}
        {FORMS.map(([form, what, name]) => (
          <Download key={form} href={exportUrl(task.task_id, form)} what={what} form={name} />
        ))}
      </Menu>
    </>
  );
}

function Download({ href, what, form }: { href: string; what: string; form: string }) {
  return (
    <a href={href} download>
      {what} <span className="muted">{form}</span>
    </a>
  );
}

function Finer({ task, quality }: { task: Task; quality: Quality }) {
  const send = useSend();
  const name = QUALITIES.find((choice) => choice.value === quality)?.hint ?? quality;
  return (
    <button
      type="button"
      className="quiet"
      disabled={send.isPending}
      title={name}
      onClick={() =>
        send.mutate({
          sending: { kind: "code", text: task.code!, of: task, as: "In better quality" },
          asking: { options: { ...task.options, quality } },
        })
      }
    >
      <Icon name="again" /> Better quality
    </button>
  );
}

/** The next useful quality; drafts go straight to full HD. Pure. */
export function betterThan(quality: Quality | undefined): Quality | null {
  if (quality === "4k") return null;
  return quality === "high" ? "4k" : "high";
}
