import { useState } from "react";

import { OneOf, Project } from "../chat/choices";
import { useSend } from "../data/queries";
import { ErrorMessage } from "../shell/message";
import { LENGTHS, LEVELS, NOTHING, optionsOf, wishOf, type Lesson } from "./lesson";
import { TopicStep } from "./topic_step";

/** For teachers: topic, level, length, then a preview. */
export function Guide() {
  const [lesson, setLesson] = useState<Lesson>(NOTHING);
  const [own, setOwn] = useState<string | null>(null);
  const [project, setProject] = useState("");
  const send = useSend();
  const change = (part: Partial<Lesson>) => {
    setLesson({ ...lesson, ...part });
    setOwn(null);
  };
  const wish = own ?? (lesson.topic ? wishOf(lesson) : "");
  const asking = { options: optionsOf(lesson), ...(project.trim() && { project: project.trim() }) };

  return (
    <form
      className="guide"
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate({ sending: { kind: "wish", text: wish.trim() }, asking });
      }}
    >
      <h1>Plan a lesson</h1>
      <ol>
        <li>
          <h2>What is it about?</h2>
          <TopicStep lesson={lesson} onTopic={(topic, prompt) => change({ topic, prompt })} />
        </li>
        <li>
          <h2>Who watches?</h2>
          <OneOf name="Level" choices={LEVELS} value={lesson.level} onChange={(level) => change({ level })} />
        </li>
        <li>
          <h2>How much of it?</h2>
          <OneOf name="Length" choices={LENGTHS} value={lesson.length} onChange={(length) => change({ length })} />
        </li>
        <li>
          <h2>See it</h2>
          <label className="wide">
            This is what Tulku will be asked; change it as you like.
            <textarea rows={3} maxLength={4000} value={wish} onChange={(event) => setOwn(event.target.value)} />
          </label>
          <Project value={project} onChange={setProject} />
          {send.isError && <ErrorMessage error={send.error} />}
          <button type="submit" className="primary" disabled={wish.trim() === "" || send.isPending}>
            Make a preview
          </button>
          <p className="muted">
            A draft first. When it is right, ask for better quality and export it for your slides.
          </p>
        </li>
      </ol>
    </form>
  );
}
