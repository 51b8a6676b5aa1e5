import { afterAll, beforeAll, describe, it } from 'vitest';
import { startApi } from '../support/api-process.ts';
import { checks } from '../support/security/checks.ts';
import { type Target, targetEnvironment, targetOn } from '../support/security/target.ts';

let target: Target;

beforeAll(async () => {
  target = await targetOn(await startApi(targetEnvironment));
}, 30_000);
afterAll(() => target.api[Symbol.asyncDispose]());

describe('under attack', { tags: ['slow'] }, () => {
  it.each(Object.entries(checks))('%s', (_name, check) => check(target));
});
