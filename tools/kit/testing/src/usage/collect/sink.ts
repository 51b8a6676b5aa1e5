import type { Reader } from '../stack/find-reader.ts';
import type { WayOfUse } from '../usage.ts';
import type { Extent } from './own-files.ts';

/** The receiver of uses: the account of a test file, or the report of a program. Paths are relative to the workspace. */
export interface Sink {
  fileUsed(path: string, how: WayOfUse, by: Reader | string, at: number): void;
  fileMade(path: string, extent: Extent, at: number): void;
  variableUsed(name: string, by: Reader): void;
  packageUsed(name: string): void;
}
