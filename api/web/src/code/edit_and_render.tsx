import { useMutation } from "@tanstack/react-query";
import { useState } from "react";

import { api } from "../api/client";
import type { Task } from "../api/types";
import { asked, useMaking } from "../data/options";
import { useSend } from "../data/queries";
import { ErrorMessage } from "../shell/message";
import { Editor } from "./editor";

/** Code to change, bring up to date and render. */
export function EditAndRender({ start, of }: { start: string; of?: Task }) {
  const [code, setCode] = useState(start);
  const [making] = useMaking();
  const send = useSend();
  const convert = useMutation({ mutationFn: api.convert, onSuccess: (converted) => setCode(converted.code) });
  const empty = code.trim() === "";

  return (
    <>
      <Editor code={code} onChange={setCode} />
      <footer>
        <button
          type="button"
          className="plain"
          disabled={empty || convert.isPending}
          onClick={() => convert.mutate(code)}
        >
          Bring up to date
        </button>
        <span className="note" role="status">
          {convert.isSuccess &&
            (convert.data.code === convert.variables ? "It is up to date" : "Now for today's Manim")}
        </span>
        <span className="spring" />
        <button
          type="button"
          className="primary"
          disabled={empty || send.isPending || (of && code === start)}
          onClick={() => send.mutate({ sending: { kind: "code", text: code, of }, asking: asked(making) })}
        >
          Render this
        </button>
      </footer>
      {(send.isError || convert.isError) && <ErrorMessage error={send.error ?? convert.error} />}
    </>
  );
}
