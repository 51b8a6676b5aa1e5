import { vi } from 'vitest';
import type { StateCheck } from './state-check.ts';
import { mockedModules } from '../vitest-worker.ts';

/**
 * Where files share modules, a mocked one stays in the modules that imported it, and is not seen by those that were loaded
 * before: what a file gets depends on the files before it.
 */
export const moduleMocks: StateCheck = () => () => {
  const mocked = mockedModules();
  if (mocked.length === 0) return [];
  vi.resetModules();
  return mocked.map((name) => ({
    what: `mocked the module "${name}", which other files share`,
    mend: 'Hand a double in instead (`specMock`, a fake), or opt the library out of sharing modules.',
  }));
};
