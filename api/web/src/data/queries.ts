/** What the page knows of the server, cached by TanStack Query: one hook a question. */

import { QueryCache, QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { api } from "../api/client";
import { asProblem } from "../api/problem";
import { ENDED, type Conversation, type Task } from "../api/types";
import { routes, go } from "../route";

const keys = {
  task: (id: string) => ["task", id] as const,
  conversation: (id: string) => ["conversation", id] as const,
  history: ["history"] as const,
  me: ["me"] as const,
  topics: (field: string, level: string) => ["topics", field, level] as const,
};

export const taskKey = keys.task;
export const historyKey = keys.history;

/** Refused answers are final; a silent or failing server is asked again. */
function again(count: number, error: unknown): boolean {
  const { status } = asProblem(error);
  return count < 3 && (status === 0 || status >= 500);
}

export function newQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      // Who was signed in and is no longer is asked to sign in again.
      onError: (error) => asProblem(error).status === 401 && void client.invalidateQueries({ queryKey: keys.me }),
    }),
    defaultOptions: {
      queries: { retry: again, staleTime: 10_000, networkMode: "always" },
      mutations: { networkMode: "always" },
    },
  });
  return client;
}

export function useMe() {
  return useQuery({ queryKey: keys.me, queryFn: api.me, staleTime: 600_000 });
}

/** A task's record; asked for again now and then while it runs, should the event stream be silent. */
export function useTask(id: string) {
  return useQuery({
    queryKey: keys.task(id),
    queryFn: async ({ client }) => {
      const fresh = await api.task(id);
      return keepingMoment(client.getQueryData<Task>(keys.task(id)), fresh);
    },
    refetchInterval: (query) => (query.state.data && ENDED.has(query.state.data.status) ? false : 10_000),
  });
}

/** The record read again knows no moment: what the stream said stays while the stage is the same. */
export function keepingMoment(old: Task | undefined, fresh: Task): Task {
  const stays = old?.moment && !ENDED.has(fresh.status) && old.stage === fresh.stage;
  return stays ? { ...fresh, moment: old.moment } : fresh;
}

export function useConversation(id: string) {
  return useQuery({ queryKey: keys.conversation(id), queryFn: () => api.conversation(id) });
}

export function useHistory() {
  return useQuery({ queryKey: keys.history, queryFn: () => api.conversations() });
}

export function useTopics(field = "", level = "") {
  return useQuery({
    queryKey: keys.topics(field, level),
    queryFn: () => api.topics(field || undefined, level || undefined),
    staleTime: 600_000,
  });
}

export type Sending =
  | { kind: "wish"; text: string; of?: Task }
  | { kind: "change"; text: string; of: Task }
  | { kind: "code"; text: string; of?: Task; as?: string };

/** Send a wish, a change or code; shows the new turn at once and goes to its conversation. */
export function useSend() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ sending, asking }: { sending: Sending; asking: Parameters<typeof api.generate>[1] }) => {
      if (sending.kind === "change") return api.chat(sending.of.task_id, sending.text, asking);
      const conversation_id = sending.of?.conversation_id ?? undefined;
      if (sending.kind === "code") return api.render(sending.text, { ...asking, conversation_id });
      if (conversation_id) return api.say(sending.text, { ...asking, conversation_id });
      return api.generate(sending.text, asking);
    },
    onSuccess: (accepted, { sending }) => {
      const id = accepted.conversation_id ?? sending.of?.conversation_id;
      if (id)
        client.setQueryData<Conversation>(keys.conversation(id), (old) =>
          withTurn(old, id, accepted.task_id, spoken(sending)),
        );
      void client.invalidateQueries({ queryKey: keys.history });
      go(id ? routes.conversation(id) : routes.task(accepted.task_id));
    },
  });
}

/** What a turn is called that was code. */
export const OWN_CODE = "Your own code";

const spoken = (sending: Sending) => (sending.kind === "code" ? (sending.as ?? OWN_CODE) : sending.text);

/** A conversation with one more turn at its end. */
export function withTurn(old: Conversation | undefined, id: string, task_id: string, message: string): Conversation {
  const tasks = old?.tasks ?? [];
  if (tasks.some((task) => task.task_id === task_id)) return old!;
  const fresh = { task_id, prompt: message, status: "pending" as const };
  return { ...old, conversation_id: id, title: old?.title ?? message, tasks: [...tasks, fresh] };
}

/** Something done to one task, after which its record is read again. */
export function useTaskAction<Input = void>(id: string, act: (input: Input) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.task(id) });
      void client.invalidateQueries({ queryKey: keys.history });
    },
  });
}
