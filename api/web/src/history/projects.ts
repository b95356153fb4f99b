import { useHistory } from "../data/queries";

/** Every project there is, in the order of the alphabet. */
export function useProjects(): string[] {
  const { data } = useHistory();
  const names = (data?.conversations ?? []).map((line) => line.project ?? "").filter(Boolean);
  return [...new Set(names)].sort();
}
