import { vi } from 'vitest';
import type { StateCheck } from './state-check.ts';
import { mockedModules } from '../vitest-worker.ts';

/**
 * A mocked package stays in the shared modules that imported it, and is not seen by those that were loaded before: what a file
 * gets depends on the files before it. Modules of the workspace are evaluated for each file, and so are those that import them.
 */
export const moduleMocks: StateCheck = () => () => {
  const mocked = mockedModules();
  if (mocked.length === 0) return [];
  vi.resetModules();
  return mocked.map((name) => ({
    what: `mocked the module "${name}", which other files share`,
    fix: 'Hand a double in instead (`specMock`, a fake), or opt the library out of sharing modules.',
  }));
};
