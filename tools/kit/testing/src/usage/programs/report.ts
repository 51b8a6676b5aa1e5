import type { Extent } from '../collect/own-files.ts';
import type { WayOfUse } from '../usage.ts';

/** One action of a program. Lines are in the order of the actions, and paths are relative to the workspace. */
export type ReportLine =
  | readonly ['file', path: string, how: WayOfUse, by: string, at: number]
  | readonly ['made', path: string, extent: Extent, at: number]
  | readonly ['variable', name: string, by: string]
  | readonly ['package', name: string];

/** Skips incomplete lines: a program may be killed while it writes. */
export function parseReport(text: string): ReportLine[] {
  return text.split('\n').flatMap((line) => {
    try {
      return line === '' ? [] : [JSON.parse(line) as ReportLine];
    } catch {
      return [];
    }
  });
}
