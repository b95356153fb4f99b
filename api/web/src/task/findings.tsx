import { ENDED, type Finding, type Task } from "../api/types";

const KINDS: Record<string, string> = {
  overlap: "Texts on each other",
  crossed: "A line through a text",
  covered: "A hidden text",
  off_frame: "Outside the frame",
  tiny_text: "Small text",
  low_contrast: "Pale text",
  left_over: "Left over",
  empty: "Empty",
  static: "Nothing moves",
};

/** What a viewer might object to; a clean layout says so in a few words. */
export function Findings({ task }: { task: Task }) {
  if (!ENDED.has(task.status) || !task.video_url) return null;
  const found = findingsOf(task);
  if (found.length === 0)
    return task.layout ? (
      <p className="layout-clean">Layout checked: nothing overlaps, nothing leaves the frame.</p>
    ) : null;
  return (
    <section className="findings" aria-label="Layout">
      <h3>Layout: {found.length === 1 ? "one thing" : `${found.length} things`} a viewer may object to</h3>
      <ul>
        {found.map((finding, index) => (
          <li key={index}>
            {finding.kind && <strong>{KINDS[finding.kind] ?? finding.kind}</strong>} {finding.message}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Those of the whole video, else those of its scenes. Pure. */
export function findingsOf(task: Task): Finding[] {
  return task.layout?.findings ?? (task.scenes ?? []).flatMap((scene) => scene.findings ?? []);
}
