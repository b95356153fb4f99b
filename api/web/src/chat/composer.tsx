import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";

import { inWords, type Making } from "../data/options";
import { Icon } from "../shell/icon";
import { Choices } from "./choices";

export const LONGEST_WISH = 4000;
const NEARLY = 3600;

interface Props {
  label: string;
  placeholder: string;
  text: string;
  onText: (text: string) => void;
  making: Making;
  onMaking: (making: Making) => void;
  onSend: () => void;
  busy: boolean;
  /** Why nothing can be sent now, if so. */
  held?: string;
  /** On one line, for the bottom of a conversation. */
  compact?: boolean;
  children?: ReactNode;
}

/** Where wishes are typed: Enter sends, Shift+Enter makes a new line. */
export function Composer({
  label,
  placeholder,
  text,
  onText,
  making,
  onMaking,
  onSend,
  busy,
  held,
  compact,
  children,
}: Props) {
  const [more, setMore] = useState(false);
  const field = useGrowing(text);
  const id = useId();
  const tooLong = text.length > LONGEST_WISH;
  const ready = text.trim() !== "" && !tooLong && !busy && !held;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (ready) onSend();
  };

  return (
    <form
      className={compact ? "composer compact" : "composer"}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onSend();
      }}
    >
      <textarea
        ref={field}
        rows={1}
        aria-label={label}
        aria-describedby={`${id}-note`}
        aria-invalid={tooLong}
        placeholder={placeholder}
        value={text}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {more && <Choices id={`${id}-more`} making={making} onMaking={onMaking} />}
      <div className="composer-row">
        <button
          type="button"
          className="quiet"
          aria-expanded={more}
          aria-controls={`${id}-more`}
          onClick={() => setMore(!more)}
        >
          <Icon name="more" /> <span className="word">{more ? "Less" : "More"}</span>
          {!more && <span className="muted ellipsis">{inWords(making)}</span>}
        </button>
        {children}
        <span className="spring" />
        <span id={`${id}-note`} className="note" data-bad={tooLong}>
          {tooLong
            ? `${text.length - LONGEST_WISH} letters too many`
            : text.length > NEARLY
              ? `${LONGEST_WISH - text.length} left`
              : held}
        </span>
        <button type="submit" className="primary icon-only" aria-label="Send" disabled={!ready}>
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
}

/** A text field as tall as its text, up to a third of the window. */
function useGrowing(text: string) {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (!field.current) return;
    field.current.style.height = "auto";
    field.current.style.height = `${Math.min(field.current.scrollHeight, innerHeight / 3)}px`;
  }, [text]);
  return field;
}
