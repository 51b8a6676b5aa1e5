// About the template: `nx g rename` removes it.
import { expect, test } from 'vitest';
import { explainFailure } from './explain-failure.mjs';

test.each(['ENOTFOUND', 'ECONNREFUSED', 'ETIMEDOUT', 'EAI_AGAIN'])(
  '%s is explained as an unreachable registry, with the fix',
  (code) => {
    const message = explainFailure(`npm error code ${code}`, 1);
    expect(message).toContain(`could not be reached (${code})`);
    expect(message).toContain('npm config get registry');
  },
);

test('a full disk is explained as a full disk', () => {
  expect(explainFailure('npm error code ENOSPC', 1)).toContain('The disk is full');
});

test('an outdated lockfile is explained with the command that updates it', () => {
  expect(explainFailure('npm error code EUSAGE', 1)).toContain('npm install');
});

test('other failures show npm’s output', () => {
  expect(explainFailure('npm error something rare', 7)).toMatch(/code 7[^]*something rare/);
});
