import { vi } from 'vitest';
import type { StateCheck } from './state-check.ts';
import { mockedModules } from '../vitest-worker.ts';

/**
 * Reports mocked modules that files share. A mocked package stays in the shared modules that imported it, and earlier
 * ones do not see it, so the result would depend on previous files. Modules of the workspace are evaluated for each
 * file, like those that import them.
 */
export const moduleMocks: StateCheck = () => () => {
  const mocked = mockedModules();
  if (mocked.length === 0) return [];
  vi.resetModules();
  return mocked.map((name) => ({
    what: `mocked the module "${name}", which other files share`,
    fix: 'Pass a double instead (`specMock`, a fake), or exclude the library from sharing modules.',
  }));
};
