/** The servers that this run holds: kind and version by service. All copies of this module share one map. */
export function heldServers(): Map<string, string> {
  const shared = globalThis as { vouchServers?: Map<string, string> };
  return (shared.vouchServers ??= new Map<string, string>());
}
