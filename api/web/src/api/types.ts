/** The nouns of the HTTP contract, as the page reads them. Fields a server may leave out are optional. */

export type Status = "pending" | "running" | "completed" | "partial" | "failed" | "unsupported" | "cancelled";
export type Quality = "low" | "medium" | "high" | "4k";
export type Complexity = "low" | "medium" | "high";
export type Thumb = "up" | "down";

export interface Options {
  quality?: Quality;
  resolution?: string;
  style?: string;
  complexity?: Complexity;
  temperature?: number;
  seed?: number;
  model?: string;
}

export interface Finding {
  kind: string;
  message: string;
  line?: number;
}

export interface Scene {
  index: number;
  title: string;
  status: Status;
  code?: string | null;
  attempts?: number;
  findings?: Finding[];
  error?: { message?: string } | null;
}

export interface Trouble {
  code: string;
  message: string;
  advice?: string;
  nearest?: string[];
}

export interface Usage {
  prompt_tokens?: number;
  completion_tokens?: number;
  cost?: number;
}

export interface Task {
  task_id: string;
  status: Status;
  prompt: string;
  title?: string | null;
  code?: string | null;
  scenes?: Scene[];
  video_url?: string | null;
  poster_url?: string | null;
  captions_url?: string | null;
  contact_sheet_url?: string | null;
  error?: Trouble | null;
  stage?: string | null;
  progress?: number;
  attempts?: number;
  layout?: { findings?: Finding[] } | null;
  kind?: string;
  confidence?: number | null;
  components?: string[];
  notes?: string[];
  cache?: "made" | "shared" | "exact" | "semantic" | "near" | "none" | null;
  usage?: Usage | null;
  timings?: Record<string, number>;
  queue_position?: number | null;
  created?: string;
  finished?: string | null;
  duration?: number | null;
  conversation_id?: string | null;
  parent_id?: string | null;
  project?: string | null;
  options?: Options;
  feedback?: { thumb: Thumb; text?: string | null } | null;
  /** Only on the page: what the event stream says beyond the record. */
  moment?: Moment;
}

/** Where a drawing is: scene and animation, as the event stream tells. */
export interface Moment {
  scene?: number;
  animation?: number;
  animations?: number;
}

export interface Accepted {
  task_id: string;
  status: Status;
  conversation_id?: string | null;
  parent_id?: string | null;
}

/** A task in a list: what was said, and how it went. */
export interface TaskLine {
  task_id: string;
  prompt: string;
  status: Status;
  parent_id?: string | null;
}

export interface Conversation {
  conversation_id: string;
  title?: string | null;
  project?: string | null;
  tasks: TaskLine[];
}

export interface ConversationLine {
  conversation_id: string;
  title: string;
  project?: string | null;
  updated: string;
  count?: number;
  last_task_id?: string;
  poster_url?: string | null;
}

export interface History {
  conversations: ConversationLine[];
  cursor?: string | null;
}

export interface Topic {
  topic_id: string;
  title: string;
  prompt: string;
  field: string;
  level: string;
  poster_url?: string | null;
  video_url?: string | null;
  task_id?: string | null;
}

export interface Topics {
  topics: Topic[];
}

/** Who is asking; `login` names the ways to sign in, none where nobody has to. */
export interface Me {
  owner: string | null;
  login: string[];
}

export interface Converted {
  code: string;
  notes?: string[];
}

export const ENDED: ReadonlySet<Status> = new Set(["completed", "partial", "failed", "unsupported", "cancelled"]);
