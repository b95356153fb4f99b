import { useState } from "react";

import { ENDED, type Task } from "../api/types";
import { asked, useMaking } from "../data/options";
import { useSend } from "../data/queries";
import { ErrorMessage } from "../shell/message";
import { Composer } from "./composer";

const CHANGES = ["Slower", "Other colours", "Add the formula at the end", "Shorter"];

/** The field under a conversation: what is typed changes its last video. */
export function Refine({ task }: { task: Task }) {
  const [text, setText] = useState("");
  const [making, setMaking] = useMaking();
  const send = useSend();
  const ended = ENDED.has(task.status);
  const made = task.status === "completed" || task.status === "partial";

  const change = (words: string) => {
    // Without a video there is nothing to change: what is said then is a wish of its own.
    const sending = made
      ? ({ kind: "change", text: words.trim(), of: task } as const)
      : ({ kind: "wish", text: words.trim() } as const);
    send.mutate({ sending, asking: asked(making) }, { onSuccess: () => setText("") });
  };

  return (
    <>
      {made && (
        <div className="chips changes" role="group" aria-label="Changes to ask for">
          {CHANGES.map((words) => (
            <button key={words} type="button" className="chip" disabled={send.isPending} onClick={() => change(words)}>
              {words}
            </button>
          ))}
        </div>
      )}
      <div className="refine">
        {send.isError && <ErrorMessage error={send.error} />}
        <Composer
          compact
          label={made ? "Change this video" : "Your wish"}
          placeholder={made || !ended ? "Make the circle red …" : "Say it another way …"}
          text={text}
          onText={setText}
          making={making}
          onMaking={setMaking}
          onSend={() => change(text)}
          busy={send.isPending}
          held={ended ? undefined : "one moment, it is being drawn"}
        />
      </div>
    </>
  );
}
