import { useState } from "react";

import { ENDED, type Task } from "../api/types";
import { asked, makingOf, type Making } from "../data/options";
import { useSend, type Sending } from "../data/queries";
import { ErrorMessage } from "../shell/message";
import { Composer } from "./composer";

const CHANGES = ["Slower", "Other colours", "Add the formula at the end", "Shorter"];

/** The field under a conversation: what is typed changes its last video. */
export function Refine({ task }: { task: Task }) {
  const [text, setText] = useState("");
  const [making, setMaking] = useState<Making | null>(null);
  const send = useSend();
  const ended = ENDED.has(task.status);
  const made = task.status === "completed" || task.status === "partial";

  const change = (words: string) => {
    // Without a video there is nothing to change: what is said then is a wish of its own.
    const sending: Sending = { kind: made ? "change" : "wish", text: words.trim(), of: task };
    send.mutate(
      { sending, asking: made && !making ? {} : asked(making ?? makingOf(task)) },
      { onSuccess: () => setText("") },
    );
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
          making={making ?? makingOf(task)}
          onMaking={setMaking}
          onSend={() => change(text)}
          busy={send.isPending}
          held={ended ? undefined : "it is being made"}
        />
      </div>
    </>
  );
}
