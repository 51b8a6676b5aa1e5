import type { Level } from './level.ts';

/** The levels in display order. `nx.json` changes a row or adds one. */
export const defaultLevels: readonly Level[] = [
  level({ name: 'unit', timeout: 1_000 }),
  level({ name: 'integration', needs: ['postgres'] }),
  level({ name: 'contract', needs: ['postgres'] }),
  level({ name: 'security', needs: ['postgres'] }),
  level({ name: 'chaos', timeout: 30_000, modules: 'isolated', needs: ['postgres'], inTest: false }),
  level({ name: 'e2e', timeout: 60_000, modules: 'isolated', needs: ['postgres'], inTest: false }),
  level({ name: 'bench', timeout: 0, modules: 'isolated', inTest: false, alone: true, tags: ['benchmark'] }),
  level({ name: 'gpu', timeout: 60_000, modules: 'isolated', needs: ['gpu'], inTest: false }),
];

/** Completes a level: properties that are not given take the usual value. */
export function level(row: Pick<Level, 'name'> & Partial<Level>): Level {
  return { timeout: 5_000, modules: 'shared', needs: [], inTest: true, alone: false, tags: [], ...row };
}
