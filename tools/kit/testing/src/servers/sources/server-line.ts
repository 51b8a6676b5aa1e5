import { withoutPassword } from '../postgres/url.ts';
import type { ServerRecord } from '../model/server-record.ts';

/** Returns one line for the start of a run: the server, and why preferred sources were skipped. */
export function serverLine(
  name: string,
  { source, version, url }: ServerRecord,
  skipped: readonly string[],
): string {
  const at = source === 'url' || source === 'local' ? ` at ${withoutPassword(url)}` : '';
  return `${name} ${version} · ${source}${at}${skipped.length > 0 ? ` (${skipped.join('; ')})` : ''}`;
}
