/** Renders a text as a string literal in single quotes. */
export function quote(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return text.includes("'") && !text.includes('"') ? JSON.stringify(text) : `'${escaped}'`;
}
