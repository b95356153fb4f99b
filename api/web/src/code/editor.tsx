import type { KeyboardEvent } from "react";

import { indentation } from "./highlight";
import { Python } from "./python";

/**
 * Code to write in: a plain text field over highlighted code of the same metrics. Tab leaves the field, as everywhere
 * on the page; Enter keeps the indentation.
 */
export function Editor({ code, onChange }: { code: string; onChange: (code: string) => void }) {
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const { value, selectionStart } = event.currentTarget;
    // Through the browser's own editing command, so that undo knows of it.
    document.execCommand("insertText", false, `\n${indentation(value.slice(0, selectionStart))}`);
  };

  return (
    <div className="editor">
      <pre aria-hidden="true">
        <Python code={code} />
      </pre>
      <textarea
        aria-label="Scene code"
        value={code}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        wrap="off"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
