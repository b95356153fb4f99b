/** The API's short lower-case remarks as sentences. */
export function sentence(remark: string): string {
  const text = remark.trim();
  if (text === "") return "";
  const ended = /[.!?…:)]$/.test(text) ? text : `${text}.`;
  return ended[0]!.toUpperCase() + ended.slice(1);
}
