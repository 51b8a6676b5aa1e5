import { attackChecks, type FullTarget } from '@vouch/testing/api';
import { afterAll, beforeAll, describe, test } from 'vitest';
// <sample alerts>
import { alertsChecks } from '../support/alerts-checks.ts';
// </sample alerts>
import { attackEnvironment, attackTarget } from '../support/api-port.ts';
import { type ApiProcess, startApi } from '../support/start-api.ts';

const checks = {
  ...attackChecks,
  // <sample alerts>
  ...alertsChecks,
  // </sample alerts>
};

let api: ApiProcess;
let target: FullTarget;

beforeAll(async () => {
  api = await startApi(attackEnvironment);
  target = await attackTarget(api);
}, 30_000);
afterAll(() => api[Symbol.asyncDispose]());

describe('under attack', { tags: ['slow'] }, () => {
  test.each(Object.entries(checks))('%s', (_name, check) => check(target));
});
