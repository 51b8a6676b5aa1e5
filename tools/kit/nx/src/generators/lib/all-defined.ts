/** Joins the parts if all of them are defined. */
export function allDefined(
  parts: readonly (string | undefined)[],
  make: (parts: readonly string[]) => string,
): string | undefined {
  return parts.every((part) => part !== undefined) ? make(parts) : undefined;
}
