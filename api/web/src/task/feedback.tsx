import { useId, useState } from "react";

import { api } from "../api/client";
import type { Task, Thumb } from "../api/types";
import { useTaskAction } from "../data/queries";
import { Icon } from "../shell/icon";

interface Opinion {
  thumb: Thumb;
  text?: string;
}

/** Thumbs, then a word on why. */
export function Feedback({ task }: { task: Task }) {
  const [thumb, setThumb] = useState<Thumb | null>(task.feedback?.thumb ?? null);
  const [asking, setAsking] = useState(false);
  const send = useTaskAction(task.task_id, ({ thumb, text }: Opinion) => api.feedback(task.task_id, thumb, text));

  const press = (next: Thumb) => {
    setThumb(next);
    setAsking(true);
    send.mutate({ thumb: next });
  };
  const said = send.isError ? "That did not arrive; try again." : thumb && !asking ? "Thank you." : "";

  return (
    <div className="feedback" role="group" aria-label="Was this good?">
      <ThumbButton name="Good" icon="up" pressed={thumb === "up"} onPress={() => press("up")} />
      <ThumbButton name="Not good" icon="thumbDown" pressed={thumb === "down"} onPress={() => press("down")} />
      <span className="note" role="status">
        {said}
      </span>
      {asking && thumb && (
        <Comment
          thumb={thumb}
          onSay={(text) => {
            setAsking(false);
            if (text) send.mutate({ thumb, text });
          }}
        />
      )}
    </div>
  );
}

interface ThumbProps {
  name: string;
  icon: "up" | "thumbDown";
  pressed: boolean;
  onPress: () => void;
}

function ThumbButton({ name, icon, pressed, onPress }: ThumbProps) {
  return (
    <button
      type="button"
      className="quiet icon-only"
      aria-label={name}
      title={name}
      aria-pressed={pressed}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}

function Comment({ thumb, onSay }: { thumb: Thumb; onSay: (text: string) => void }) {
  const [text, setText] = useState("");
  const id = useId();
  return (
    <form
      className="comment"
      onSubmit={(event) => {
        event.preventDefault();
        onSay(text.trim());
      }}
    >
      <label className="hidden" htmlFor={id}>
        {thumb === "up" ? "What was good?" : "What should be better?"}
      </label>
      <input
        id={id}
        value={text}
        maxLength={2000}
        placeholder={thumb === "up" ? "What was good?" : "What should be better?"}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" className="plain">
        {text.trim() ? "Send" : "Skip"}
      </button>
    </form>
  );
}
