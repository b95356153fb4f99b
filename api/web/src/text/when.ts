/** Times and lengths in words. */

const DAY = 86_400_000;

/** Which part of the history a moment belongs to. */
export function ago(iso: string, now = new Date()): string {
  const days = Math.floor((startOf(now) - startOf(new Date(iso))) / DAY);
  if (days <= 0) return "Today";
  if (days === 1) return "Yesterday";
  if (days < 7) return "This week";
  return new Date(iso).toLocaleDateString("en", { month: "long", year: "numeric" });
}

const startOf = (day: Date) => new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime();

/** Seconds as people say them: `8 s`, `1 min 20 s`. */
export function seconds(value: number): string {
  if (value < 9.95) return `${Number(value.toFixed(1))} s`;
  const whole = Math.round(value);
  if (whole < 60) return `${whole} s`;
  return whole % 60 ? `${Math.floor(whole / 60)} min ${whole % 60} s` : `${whole / 60} min`;
}
