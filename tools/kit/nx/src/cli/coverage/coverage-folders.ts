import { join } from 'node:path';

export interface CoverageFolders {
  /** Raw counts, kept until the report is written. */
  readonly raw: string;
  readonly unit: string;
  readonly all: string;
}

export function foldersOf(root: string): CoverageFolders {
  const folder = join(root, 'coverage');
  return { raw: join(folder, 'raw'), unit: join(folder, 'unit'), all: join(folder, 'all') };
}
