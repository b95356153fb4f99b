import { useState } from "react";

import type { Task } from "../api/types";
import { CopyButton } from "../code/copy_button";
import { EditAndRender } from "../code/edit_and_render";
import { Python } from "../code/python";
import { exportUrl } from "../api/client";
import { Icon } from "../shell/icon";

const WHOLE = -1;

/** Keeps the place of the code while it is being written. */
export function CodeToCome() {
  return (
    <div className="code-panel to-come">
      <p className="muted">The code comes here.</p>
    </div>
  );
}

/** The code of a video, every time: read it, copy it, download it, change it and render it. */
export function CodePanel({ task }: { task: Task }) {
  const [shown, show] = useState(WHOLE);
  const [editing, edit] = useState(false);
  const scenes = (task.scenes ?? []).filter((scene) => scene.code);
  const whole = task.code ?? scenes.map((scene) => scene.code).join("\n\n");
  const code = scenes.find((scene) => scene.index === shown)?.code ?? whole;

  return (
    <section className="code-panel" aria-label="Code">
      <header>
        {scenes.length > 1 ? (
          <select aria-label="Which code" value={shown} onChange={(event) => show(Number(event.target.value))}>
            <option value={WHOLE}>scene.py</option>
            {scenes.map((scene) => (
              <option key={scene.index} value={scene.index}>
                {scene.index + 1}. {scene.title}
              </option>
            ))}
          </select>
        ) : (
          <h3>scene.py</h3>
        )}
        <span className="spring" />
        <CopyButton text={code} />
        <a
          className="button quiet icon-only"
          href={exportUrl(task.task_id, "py")}
          download
          aria-label="Download the code"
          title="Download"
        >
          <Icon name="down" />
        </a>
        <button type="button" className="quiet" aria-pressed={editing} onClick={() => edit(!editing)}>
          <Icon name="edit" /> {editing ? "Close" : "Edit"}
        </button>
      </header>
      {editing ? (
        <EditAndRender key={shown} start={code} of={task} />
      ) : (
        <pre tabIndex={0} role="region" aria-label="Scene code">
          <Python code={code} />
        </pre>
      )}
    </section>
  );
}
