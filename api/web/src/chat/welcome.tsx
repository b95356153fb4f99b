import { useState } from "react";

import { asked, useMaking } from "../data/options";
import { useSend } from "../data/queries";
import { useKept } from "../data/kept";
import { routes } from "../route";
import { Icon } from "../shell/icon";
import { ErrorMessage } from "../shell/message";
import { Composer } from "./composer";
import { Epicycles } from "./epicycles";
import { Examples } from "./examples";

/** The start: one question, one field, a few films that are there at once. */
export function Welcome() {
  const [text, setText] = useKept("draft", "");
  const [making, setMaking] = useMaking();
  const [tried, setTried] = useState("");
  const send = useSend();

  const wish = (words: string) => {
    setTried(words);
    send.mutate(
      { sending: { kind: "wish", text: words.trim() }, asking: asked(making) },
      { onSuccess: () => setText("") },
    );
  };

  return (
    <div className="welcome">
      <div className="hero">
        <Epicycles />
        <h1>What would you like to see?</h1>
      </div>
      <Composer
        label="Your wish"
        placeholder="Why does the harmonic series diverge?"
        text={text}
        onText={setText}
        making={making}
        onMaking={setMaking}
        onSend={() => wish(text)}
        busy={send.isPending}
      />
      {send.isError && (
        <ErrorMessage error={send.error}>
          <button type="button" className="plain" onClick={() => wish(tried)}>
            Send again
          </button>
        </ErrorMessage>
      )}
      <p className="ways">
        <a href={routes.guide}>
          <Icon name="book" /> Plan a lesson
        </a>
        <a href={routes.code}>
          <Icon name="code" /> Start from your own code
        </a>
      </p>
      <Examples onWish={wish} busy={send.isPending} />
    </div>
  );
}
