import { useMutation, useQueryClient } from "@tanstack/react-query";

import { api } from "../api/client";
import type { ConversationLine } from "../api/types";
import { historyKey, OWN_CODE } from "../data/queries";
import { go, routes, useRoute } from "../route";
import { ErrorMessage } from "../shell/message";
import { Icon } from "../shell/icon";
import { RichText } from "../text/rich_text";
import type { Group, Subject } from "./grouping";

/** A subject with its lessons. */
export function SubjectLines({ subject }: { subject: Subject }) {
  return (
    <section>
      <h2>{subject.name}</h2>
      {subject.lessons.map((lesson) => (
        <Lines key={lesson.name} group={lesson} lesson />
      ))}
    </section>
  );
}

/** A few conversations under one name. */
export function Lines({ group, lesson = false }: { group: Group; lesson?: boolean }) {
  return (
    <>
      {group.name && (lesson ? <h3>{group.name}</h3> : <h2>{group.name}</h2>)}
      <ul>
        {group.lines.map((line) => (
          <Line key={line.conversation_id} line={line} />
        ))}
      </ul>
    </>
  );
}

function Line({ line }: { line: ConversationLine }) {
  const route = useRoute();
  const client = useQueryClient();
  const title = line.title || OWN_CODE;
  const here = route.name === "conversation" && route.id === line.conversation_id;
  const forget = useMutation({
    mutationFn: () => api.forget(line.conversation_id),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: historyKey });
      if (here) go(routes.new);
    },
  });
  const ask = () => {
    if (window.confirm(`Delete “${title}” with its videos?`)) forget.mutate();
  };
  return (
    <li>
      <a href={routes.conversation(line.conversation_id)} title={title} aria-current={here ? "page" : undefined}>
        <RichText text={title} />
      </a>
      <button
        type="button"
        className="quiet icon-only"
        aria-label={`Delete ${title}`}
        disabled={forget.isPending}
        onClick={ask}
      >
        <Icon name="bin" />
      </button>
      {forget.isError && <ErrorMessage error={forget.error} />}
    </li>
  );
}
