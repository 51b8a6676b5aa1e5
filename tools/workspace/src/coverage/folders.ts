import { join } from 'node:path';
import { workspaceRoot } from '../workspace-root.ts';

const folder = join(workspaceRoot, 'coverage');

export const folders = {
  /** What was counted, until it is reported. */
  raw: join(folder, 'raw'),
  unit: join(folder, 'unit'),
  all: join(folder, 'all'),
};
