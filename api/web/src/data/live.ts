/** Keeps a running task's record up to date from its event stream. */

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

import { follow, type TaskEvent } from "../api/events";
import { ENDED, type Scene, type Task } from "../api/types";
import { historyKey, taskKey } from "./queries";

/** Follow a task while it runs. The stream opens after the record is known and closes with the task. */
export function useLive(task: Task | undefined): void {
  const client = useQueryClient();
  const id = task?.task_id;
  const running = task !== undefined && !ENDED.has(task.status);
  useEffect(() => {
    if (!id || !running) return;
    const refresh = () => void client.invalidateQueries({ queryKey: taskKey(id) });
    return follow(
      id,
      (event) => {
        client.setQueryData<Task>(taskKey(id), (old) => old && apply(old, event));
        if (event.kind !== "done") return;
        refresh();
        void client.invalidateQueries({ queryKey: historyKey });
      },
      refresh,
    );
  }, [client, id, running]);
}

/** The record after one event. Pure; progress never runs backwards. */
export function apply(task: Task, event: TaskEvent): Task {
  if (ENDED.has(task.status)) return task;
  switch (event.kind) {
    case "stage":
      return begun({ ...moved(task, event), ...planned(task, event), moment: { scene: event.scene } }, event.scene);
    case "progress":
      return {
        ...moved(task, event),
        moment: { scene: event.scene, animation: event.animation, animations: event.of },
      };
    case "scene":
      return { ...task, status: "running", scenes: withScene(task.scenes ?? [], event) };
    case "done":
      return task; // the record itself is read again: it has the video
  }
}

function moved(task: Task, { stage, progress = 0 }: { stage?: string; progress?: number }): Task {
  return { ...task, status: "running", stage: stage ?? task.stage, progress: Math.max(task.progress ?? 0, progress) };
}

/** The plan names the video and its scenes before the record does. */
function planned(task: Task, { title, scenes }: { title?: string; scenes?: string[] }): Partial<Task> {
  const fresh =
    scenes && !task.scenes?.length && scenes.map((name, index): Scene => ({ index, title: name, status: "pending" }));
  return { ...(title && { title }), ...(fresh && { scenes: fresh }) };
}

/** A scene that is heard of for the first time is being made. */
function begun(task: Task, index: number | undefined): Task {
  if (index === undefined) return task;
  const begin = (scene: Scene): Scene =>
    scene.index === index && scene.status === "pending" ? { ...scene, status: "running" } : scene;
  return { ...task, scenes: task.scenes?.map(begin) };
}

function withScene(scenes: Scene[], event: { index: number; made: boolean; attempts?: number }): Scene[] {
  const { index, made, attempts } = event;
  const old = scenes.find((scene) => scene.index === index) ?? { index, title: `Scene ${index + 1}` };
  const fresh: Scene = { ...old, attempts, status: made ? "completed" : "failed" };
  return [...scenes.filter((scene) => scene.index !== index), fresh].sort((a, b) => a.index - b.index);
}
