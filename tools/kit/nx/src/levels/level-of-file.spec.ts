import { expect, test } from 'vitest';
import { defaultLevels } from './default-levels.ts';
import { levelOf } from './level-of-file.ts';

test.each([
  ['libs/identity/test/src/unit/user.spec.ts', 'unit'],
  ['libs/identity/test/src/integration/routes/user.spec.ts', 'integration'],
  ['apps/api-e2e/src/e2e/browser.spec.ts', 'e2e'],
  ['tools/kit/nx/src/levels/locate.spec.ts', 'unit'],
  ['tools/kit/nx/src/executors/bench/locate.spec.ts', 'unit'],
  ['tools/kit/nx/src/levels/locate.integration.spec.ts', 'integration'],
  ['libs/identity/test/src/unit/user.security.spec.ts', 'security'],
  ['libs/identity/test/src/unit/user.draft.spec.ts', 'unit'],
])('%s belongs to the level %s', (file, expected) => {
  expect(levelOf(file, defaultLevels)).toBe(expected);
});
