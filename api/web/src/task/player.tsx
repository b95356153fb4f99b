import type { Task } from "../api/types";

/** The poster, then the video, with its captions as a track. */
export function Player({ task }: { task: Task }) {
  return (
    <video
      key={task.video_url}
      className="frame"
      controls
      playsInline
      preload="metadata"
      poster={task.poster_url ?? undefined}
      aria-label={`Video: ${task.title ?? task.prompt}`}
      src={task.video_url ?? undefined}
    >
      {task.captions_url && <track kind="captions" srcLang="en" label="Captions" src={task.captions_url} />}
    </video>
  );
}
