import { accountChecks } from './account-checks.ts';
import type { Checks, FullTarget } from './attack-target.ts';
import { bodyChecks } from './body-checks.ts';
import { browserChecks } from './browser-checks.ts';
import { secretChecks } from './secret-checks.ts';
import { textChecks } from './text-checks.ts';
import { tokenChecks } from './token-checks.ts';

/**
 * All attacks on an API, by what they hold it to.
 *
 * @example
 * test.each(Object.entries(attackChecks))('%s', (_name, check) => check(target));
 */
export const attackChecks: Checks<FullTarget> = {
  ...bodyChecks,
  ...textChecks,
  ...tokenChecks,
  ...browserChecks,
  ...accountChecks,
  ...secretChecks,
};
