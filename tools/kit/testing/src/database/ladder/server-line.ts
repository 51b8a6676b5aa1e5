import { withoutPassword } from '../admin/url.ts';
import type { ServerRecord } from '../supervisor/server-record.ts';

/** One line for the start of a run: which server, and why not a better one. */
export function serverLine(
  name: string,
  { rung, version, url }: ServerRecord,
  instead: readonly string[],
): string {
  const at = rung === 'url' || rung === 'local' ? ` at ${withoutPassword(url)}` : '';
  return `${name} ${version} · ${rung}${at}${instead.length > 0 ? ` (${instead.join('; ')})` : ''}`;
}
