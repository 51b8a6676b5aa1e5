/**
 * Each test runs all attacks.
 *
 * @module-tag slow
 */
import { attackChecks, findProblems } from '@vouch/testing/api';
import { expect, test } from 'vitest';
import { attackTarget } from './fixture-port.ts';
import type { Protection } from './protections.ts';
import { startFixtureApi } from './start-fixture-api.ts';

const patient = { timeout: 30_000 };

test('with all protections on, no attack succeeds', patient, async () => {
  expect(await problemsWithout()).toEqual({});
});

/** Which check notices that a protection is off, and in which words. */
const problems: readonly (readonly [Protection, string, RegExp])[] = [
  ['bodyLimit', 'bodies above the limit are rejected with 413', /^expected 400 to be 413/],
  ['mediaTypes', 'bodies of other media types are rejected with 415', /^text\/plain: expected 400 to be 415/],
  [
    'plainBodies',
    'compressed or re-encoded bodies are not decoded',
    /gzip.*: expected \[ 400, 415 \] to include 401/,
  ],
  [
    'fieldTypes',
    'malformed bodies are rejected with 400',
    /^a number for the last text: expected 401 to be 400/,
  ],
  [
    'closedSchemas',
    'fields that the schema does not name are rejected',
    /^\{"id":.*: expected 201 to be 400/,
  ],
  ['methods', 'headers do not override the method', /^x-http-method-override: expected 204 to be 404/],
  [
    'storedTexts',
    'attack strings are stored as they came and returned as JSON',
    /to contain '"<script>alert\(1\)<\/script>"'/,
  ],
  ['boundValues', 'quotes do not end an SQL statement', /^expected 500 to be 202/],
  [
    'notFoundProblems',
    'unknown addresses answer with a problem, never a page',
    /expected 'text\/html.*' to match \/\^application/,
  ],
  [
    'badAddressProblems',
    'undecodable addresses answer with a problem',
    /^expected 'HTTP\/1\.1 400.*to contain 'application\/problem\+json'/s,
  ],
  ['singleLineTexts', 'control characters in a name are rejected', /session=evil": expected 201 to be 400/],
  ['emailFormat', 'line breaks in an email address are rejected', /Bcc: .*: expected 202 to be 400/],
  ['wholeLogLines', 'requests cannot add a line to the log', /^expected .* to be a whole record/],
  ['staticFolder', 'paths cannot leave the static folder', /expected 'HTTP\/1\.1 200 OK.* to match/s],
  [
    'escapedPages',
    'a host header is escaped on a page',
    /^expected 'HTTP\/1\.1 200.*not to contain '<script'/s,
  ],
  [
    'allowedOrigins',
    'other origins get no CORS headers',
    /^https:\/\/evil\.example: expected 'https:\/\/evil\.example' to be null/,
  ],
  ['contentPolicy', 'responses forbid framing and sniffing', /expected 'default-src \*' to contain/],
  ['hiddenSoftware', 'responses do not reveal the server software', /expected \[ null, 'fixture', null \]/],
  ['wholeTokens', 'broken and forged tokens are rejected with one message', /: expected 200 to be 401/],
  ['headerTokens', 'tokens are accepted in the authorization header only', /^cookie: expected 200 to be 401/],
  ['firstHeader', 'two authorization headers are rejected', /^expected 200 to be 401/],
  ['signOut', 'signing out ends one session only', /^the session that ended: expected 200 to be 401/],
  [
    'otherSessions',
    'a changed password ends the other sessions',
    /^the other session: expected 200 to be 401/,
  ],
  ['sameAnswers', 'responses do not reveal which accounts exist', /^signIn: expected .* to deeply equal/s],
  [
    'sameWork',
    'response times do not reveal which accounts exist',
    /^expected 0\.\d+ to be greater than 0\.5/,
  ],
  ['queriesOutOfLog', 'secrets do not reach the log', /^token: expected '.*' not to contain/s],
  [
    'hiddenErrors',
    'internal errors reach the log and not the client',
    /^expected '\{"type":"urn:problem:internal".* not to match/s,
  ],
];

test.each(problems)('without %s, only this check fails: %s', patient, async (protection, check, words) => {
  const found = await problemsWithout(protection);
  expect(found).toEqual({ [check]: expect.stringMatching(words) as string });
});

test('every check fails without some protection', () => {
  const unproven = Object.keys(attackChecks).filter((name) => !problems.some(([, check]) => check === name));
  // Node's parser rejects such requests; no option of a server accepts them.
  expect(unproven).toEqual(['requests with an ambiguous length are rejected']);
});

async function problemsWithout(...without: Protection[]): Promise<Record<string, string>> {
  await using api = await startFixtureApi({ without });
  return await findProblems(attackChecks, () => attackTarget(api));
}
