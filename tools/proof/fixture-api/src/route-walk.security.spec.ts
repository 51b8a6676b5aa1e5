/**
 * Each test walks all routes.
 *
 * @module-tag slow
 */
import { problemOf, RouteWalk } from '@vouch/testing/api';
import { expect, test } from 'vitest';
import { tenancyPort } from './fixture-port.ts';
import type { Protection } from './protections.ts';
import { startFixtureApi } from './start-fixture-api.ts';

const patient = { timeout: 30_000 };
const canary = /CANARY-OF-THE-OTHER-TENANT/;

test.each<readonly [string, readonly Protection[]]>([
  ['all protections', []],
  ['row-level security alone', ['tenantConditions']],
  ['tenant conditions alone', ['rowSecurity']],
])('with %s, the walk finds no problem', patient, async (_name, without) => {
  expect(await problemsWithout(without)).toEqual({});
});

/** Which parts of the walk notice that protections are off, and in which words. */
const problems: readonly (readonly [readonly Protection[], Readonly<Record<string, RegExp>>])[] = [
  [['policies'], { policies: /^GET \/organizations: expected .* to include 'no policy'/ }],
  [['guard'], { anyone: /^GET \/me: expected 200 to be 401/ }],
  [
    ['membership'],
    {
      outsiders: /^GET \/organizations\/\{organizationId\}: expected \{ status: 200,.* to deeply equal/s,
      malformedIds: /with 1: expected 500 to be 404/,
      foreignIds: canary,
    },
  ],
  [['removal'], { outsiders: /^GET \/organizations\/\{organizationId\}: expected \{ status: 200/ }],
  [
    ['roles'],
    {
      'role viewer': /members answered 40\d: expected false to be true/,
      'role member': /members answered 40\d: expected false to be true/,
      'role admin': /members answered 40\d: expected false to be true/,
    },
  ],
  [
    ['tenantConditions', 'rowSecurity'],
    {
      'role viewer': canary,
      'role member': canary,
      'role admin': canary,
      'role owner': canary,
      foreignResources: canary,
      malformedIds: canary,
    },
  ],
  [
    ['malformedIds'],
    { malformedIds: /^GET \/organizations\/\{organizationId\} with 1: expected 500 to be 404/ },
  ],
  [['silentNotFound'], { outsiders: /to deeply equal/, foreignIds: canary }],
  [['namesOutOfLog'], { foreignIds: canary }],
];

test.each(problems)('without %j, only these parts fail: %j', patient, async (without, expected) => {
  const found = await problemsWithout(without);
  expect(Object.keys(found)).toEqual(Object.keys(expected));
  for (const [part, words] of Object.entries(expected)) expect(found[part], part).toMatch(words);
});

async function problemsWithout(without: readonly Protection[]): Promise<Record<string, string>> {
  await using api = await startFixtureApi({ without });
  const port = tenancyPort(api);
  const walk = await RouteWalk.start(port);
  const parts: Readonly<Record<string, () => Promise<void>>> = {
    policies: async () => walk.checkPolicies(),
    anyone: () => walk.checkAnyone(),
    outsiders: () => walk.checkOutsiders(),
    ...Object.fromEntries(port.roles.map((role) => [`role ${role}`, () => walk.checkRole(role)])),
    foreignResources: () => walk.checkForeignResources(),
    malformedIds: () => walk.checkMalformedIds(),
    foreignIds: () => walk.checkForeignIds(),
  };
  const found: Record<string, string> = {};
  for (const [name, check] of Object.entries(parts)) {
    const problem = await problemOf(check());
    if (problem !== undefined) found[name] = problem;
  }
  return found;
}
