import { useId } from "react";

import { COMPLEXITIES, QUALITIES, RESOLUTIONS, STYLES, type Choice, type Making } from "../data/options";
import { useProjects } from "../history/projects";
import type { Options } from "../api/types";

/** The choices behind "more". */
export function Choices({ id, making, onMaking }: { id: string; making: Making; onMaking: (making: Making) => void }) {
  const { options, project } = making;
  const set = (change: Partial<Options>) => onMaking({ ...making, options: { ...options, ...change } });
  return (
    <div className="choices" id={id}>
      <OneOf name="Quality" choices={QUALITIES} value={options.quality} onChange={(quality) => set({ quality })} />
      <OneOf
        name="Depth"
        choices={COMPLEXITIES}
        value={options.complexity}
        onChange={(complexity) => set({ complexity })}
      />
      <OneOf name="Style" choices={STYLES} value={options.style} onChange={(style) => set({ style })} />
      <div className="choice-fields">
        <Project value={project} onChange={(next) => onMaking({ ...making, project: next })} />
        <label>
          Size
          <select
            value={options.resolution ?? ""}
            onChange={(event) => set({ resolution: event.target.value || undefined })}
          >
            <option value="">as the quality</option>
            {RESOLUTIONS.map((size) => (
              <option key={size}>{size}</option>
            ))}
          </select>
        </label>
        <label>
          Variation
          <input
            type="number"
            min={0}
            max={2147483647}
            placeholder="0"
            value={options.seed ?? ""}
            onChange={(event) => set({ seed: numberIn(event.target) })}
          />
        </label>
        <label>
          Temperature
          <input
            type="number"
            min={0}
            max={2}
            step={0.1}
            placeholder="0.2"
            value={options.temperature ?? ""}
            onChange={(event) => set({ temperature: numberIn(event.target) })}
          />
        </label>
        <label>
          Model
          <input
            type="text"
            maxLength={120}
            placeholder="the server's own"
            value={options.model ?? ""}
            onChange={(event) => set({ model: event.target.value || undefined })}
          />
        </label>
      </div>
    </div>
  );
}

function numberIn(field: HTMLInputElement): number | undefined {
  return field.value === "" || !field.validity.valid ? undefined : field.valueAsNumber;
}

/** "Subject / Lesson", with those there are offered. */
export function Project({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const id = useId();
  return (
    <label className="wide">
      Project
      <input
        type="text"
        list={id}
        maxLength={80}
        placeholder="Subject / Lesson"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={id}>
        {useProjects().map((project) => (
          <option key={project} value={project} />
        ))}
      </datalist>
    </label>
  );
}

interface OneOfProps<Value extends string> {
  name: string;
  choices: Choice<Value>[];
  value: Value | undefined;
  onChange: (value: Value) => void;
}

/** One choice of a few, as radio buttons in a row. */
export function OneOf<Value extends string>({ name, choices, value, onChange }: OneOfProps<Value>) {
  const group = useId();
  return (
    <fieldset className="one-of">
      <legend>{name}</legend>
      <div className="segments">
        {choices.map((choice) => (
          <label key={choice.value} title={choice.hint}>
            <input type="radio" name={group} checked={choice.value === value} onChange={() => onChange(choice.value)} />
            <span>{choice.name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
