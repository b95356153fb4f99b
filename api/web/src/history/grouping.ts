/** The history by project and by time. */

import type { ConversationLine } from "../api/types";
import { ago } from "../text/when";

export interface Group {
  name: string;
  lines: ConversationLine[];
}

export interface Subject {
  name: string;
  lessons: Group[];
}

/** Those in a project by subject and lesson, in the order of the alphabet; the others by when they were last touched. */
export function grouped(lines: ConversationLine[], now = new Date()): { subjects: Subject[]; others: Group[] } {
  const subjects = new Map<string, Map<string, ConversationLine[]>>();
  const others = new Map<string, ConversationLine[]>();
  for (const line of newestFirst(lines)) {
    const place = placeOf(line.project ?? "");
    if (!place) push(others, ago(line.updated, now), line);
    else push(getOrMake(subjects, place.subject), place.lesson, line);
  }
  const byName = [...subjects].sort(([a], [b]) => a.localeCompare(b));
  return { subjects: byName.map(([name, lessons]) => ({ name, lessons: groups(lessons) })), others: groups(others) };
}

/** "Linear algebra / Eigenvectors" → its subject and lesson; null for no project. */
export function placeOf(project: string): { subject: string; lesson: string } | null {
  const [subject = "", ...rest] = project.split("/").map((word) => word.trim());
  return subject ? { subject, lesson: rest.filter(Boolean).join(" / ") } : null;
}

/** Lines that have all the words. */
export function matching(lines: ConversationLine[], words: string): ConversationLine[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return lines.filter((line) =>
    wanted.every((word) => `${line.title} ${line.project ?? ""}`.toLowerCase().includes(word)),
  );
}

const newestFirst = (lines: ConversationLine[]) => [...lines].sort((a, b) => b.updated.localeCompare(a.updated));
const groups = (map: Map<string, ConversationLine[]>): Group[] => [...map].map(([name, lines]) => ({ name, lines }));

function push(map: Map<string, ConversationLine[]>, name: string, line: ConversationLine): void {
  map.set(name, [...(map.get(name) ?? []), line]);
}

function getOrMake(map: Map<string, Map<string, ConversationLine[]>>, name: string): Map<string, ConversationLine[]> {
  const found = map.get(name) ?? new Map<string, ConversationLine[]>();
  map.set(name, found);
  return found;
}
