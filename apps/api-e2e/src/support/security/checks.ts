import { accountChecks } from './account-checks.ts';
// <sample alerts>
import { alertsChecks } from './alerts-checks.ts';
// </sample alerts>
import { bodyChecks } from './body-checks.ts';
import { browserChecks } from './browser-checks.ts';
import { secretChecks } from './secret-checks.ts';
import type { Check } from './target.ts';
import { textChecks } from './text-checks.ts';
import { tokenChecks } from './token-checks.ts';

/** All attacks on one API, by what it must not let happen. */
export const checks: Readonly<Record<string, Check>> = {
  ...bodyChecks,
  ...textChecks,
  ...tokenChecks,
  ...browserChecks,
  ...accountChecks,
  ...secretChecks,
  // <sample alerts>
  ...alertsChecks,
  // </sample alerts>
};
