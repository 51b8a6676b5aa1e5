/** Makes a text of parts, if all of them are known. */
export function allDefined(
  parts: readonly (string | undefined)[],
  make: (parts: readonly string[]) => string,
): string | undefined {
  return parts.every((part) => part !== undefined) ? make(parts) : undefined;
}
