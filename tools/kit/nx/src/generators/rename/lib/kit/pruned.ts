/** Returns a record without some of its keys and without undefined values, or undefined if nothing is left of it. */
export function pruned<Value>(
  record: Readonly<Record<string, Value | undefined>> = {},
  names: readonly string[] = [],
): Record<string, Value> | undefined {
  const kept = Object.entries(record).filter(([name, value]) => value !== undefined && !names.includes(name));
  return kept.length === 0 ? undefined : (Object.fromEntries(kept) as Record<string, Value>);
}
