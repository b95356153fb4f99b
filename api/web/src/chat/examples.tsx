import type { Topic } from "../api/types";
import { useTopics } from "../data/queries";
import { RichText } from "../text/rich_text";

const SHOWN = 6;
const ROW = 3;

/** Said while the server has no topics of its own to show. */
const OWN: Topic[] = [
  "Create a circle that transforms into a square",
  "How does a Fourier series draw a square wave?",
  "Eigenvectors of [[2,1],[1,2]]",
  "Why does L1 regularization give sparse weights?",
  "Binary search for 23 in a sorted array",
  "Plot sin(x)/x from -15 to 15",
].map((prompt) => ({ topic_id: prompt, title: prompt, prompt, field: "", level: "" }));

/** Examples that answer at once, because their videos are there already. */
export function Examples({ onWish, busy }: { onWish: (prompt: string) => void; busy: boolean }) {
  const { data, isPending } = useTopics();
  if (isPending) return <div className="examples" aria-hidden="true" />;
  const topics = data?.topics.length ? pick(data.topics) : OWN;
  const pictured = topics.length >= ROW && topics.every((topic) => topic.poster_url);
  const example = (topic: Topic, className: string) => (
    <button
      key={topic.topic_id}
      type="button"
      className={className}
      disabled={busy}
      onClick={() => onWish(topic.prompt)}
    >
      {pictured && <img src={topic.poster_url!} alt="" loading="lazy" width={320} height={180} />}
      <span>
        <RichText text={topic.title} />
      </span>
    </button>
  );
  return (
    <section className="examples" aria-label="Examples">
      {pictured && <div className="films">{topics.map((topic) => example(topic, "example"))}</div>}
      {!pictured && <div className="chips">{topics.map((topic) => example(topic, "chip"))}</div>}
    </section>
  );
}

/** A few of many, from as many fields as there are: those with a picture where they fill a row, else any. */
export function pick(topics: Topic[], count = SHOWN): Topic[] {
  const pictured = topics.filter((topic) => topic.poster_url);
  if (pictured.length < ROW) return mixed(topics, count);
  return mixed(pictured, Math.min(count, pictured.length - (pictured.length % ROW)));
}

/** The first of every field, then the second of every field, and so on. */
function mixed(topics: Topic[], count: number): Topic[] {
  const seen = new Map<string, number>();
  const ranked = topics.map((topic) => {
    const rank = seen.get(topic.field) ?? 0;
    seen.set(topic.field, rank + 1);
    return { topic, rank };
  });
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, count)
    .map(({ topic }) => topic);
}
