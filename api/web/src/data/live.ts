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

/** The record after one event. Pure; progress never runs backwards within a stage of the same task. */
export function apply(task: Task, event: TaskEvent): Task {
  if (ENDED.has(task.status)) return task;
  switch (event.kind) {
    case "stage":
      return { ...task, status: "running", stage: event.stage, progress: forward(task, event.progress), moment: { scene: event.scene } };
    case "progress": {
      const moment = { scene: event.scene, animation: event.animation, animations: event.animations };
      return { ...task, status: "running", stage: event.stage ?? task.stage, progress: forward(task, event.progress), moment };
    }
    case "scene":
      return { ...task, status: "running", scenes: withScene(task.scenes ?? [], event) };
    case "done":
      return task; // the record itself is read again: it has the video
  }
}

const forward = (task: Task, progress = 0) => Math.max(task.progress ?? 0, progress);

function withScene(scenes: Scene[], event: Partial<Scene> & { index: number }): Scene[] {
  const old = scenes.find((scene) => scene.index === event.index);
  const { index, title, status, code, attempts, findings, error } = event;
  const told = Object.entries({ title, status, code, attempts, findings, error }).filter(([, value]) => value !== undefined);
  const fresh: Scene = { title: `Scene ${index + 1}`, status: "running", ...old, index, ...Object.fromEntries(told) };
  return [...scenes.filter((scene) => scene.index !== index), fresh].sort((a, b) => a.index - b.index);
}
