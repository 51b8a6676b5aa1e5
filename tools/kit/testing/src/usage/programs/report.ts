import type { Extent } from '../collect/own-files.ts';
import type { WayOfUse } from '../usage.ts';

/** What a program has done, one line each, in the order in which it was done. Paths are relative to the workspace. */
export type ReportLine =
  | readonly ['file', path: string, how: WayOfUse, by: string, at: number]
  | readonly ['made', path: string, extent: Extent, at: number]
  | readonly ['variable', name: string, by: string]
  | readonly ['package', name: string];

/** A program that was killed while it wrote leaves half a line. */
export function parseReport(text: string): ReportLine[] {
  return text.split('\n').flatMap((line) => {
    try {
      return line === '' ? [] : [JSON.parse(line) as ReportLine];
    } catch {
      return [];
    }
  });
}
