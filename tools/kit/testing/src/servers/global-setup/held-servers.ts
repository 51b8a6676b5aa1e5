/** The servers that this run holds, by service, with their kind and version. Each copy of this module sees the same. */
export function heldServers(): Map<string, string> {
  const shared = globalThis as { vouchServers?: Map<string, string> };
  return (shared.vouchServers ??= new Map<string, string>());
}
