import { useState } from "react";

import { useTopics } from "../data/queries";
import { RichText } from "../text/rich_text";
import type { Lesson } from "./lesson";

const SHOWN = 12;

interface Props {
  lesson: Lesson;
  onTopic: (topic: string, prompt: string) => void;
}

/** A topic in the teacher's own words, or one of those that are known to come out well. */
export function TopicStep({ lesson, onTopic }: Props) {
  const [field, setField] = useState("");
  const all = useTopics().data?.topics ?? [];
  const fields = [...new Set(all.map((topic) => topic.field).filter(Boolean))];
  const near = all.filter(
    (topic) => (!field || topic.field === field) && contains(topic.title, lesson.prompt ? "" : lesson.topic),
  );

  return (
    <div className="topic-step">
      <div className="choice-fields">
        <label className="wide">
          Topic
          <input
            type="text"
            maxLength={300}
            placeholder="the chain rule"
            value={lesson.topic}
            onChange={(event) => onTopic(event.target.value, "")}
          />
        </label>
        {fields.length > 1 && (
          <label>
            Field
            <select value={field} onChange={(event) => setField(event.target.value)}>
              <option value="">all</option>
              {fields.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
        )}
      </div>
      {near.length > 0 && (
        <div className="chips" role="group" aria-label="Known topics">
          {near.slice(0, SHOWN).map((topic) => (
            <button
              key={topic.topic_id}
              type="button"
              className="chip"
              aria-pressed={lesson.topic === topic.title}
              onClick={() => onTopic(topic.title, topic.prompt)}
            >
              <RichText text={topic.title} />
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

const contains = (title: string, words: string) => title.toLowerCase().includes(words.trim().toLowerCase());
