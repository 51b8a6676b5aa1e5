import { expect, test } from 'vitest';
import { explainFailure } from './explain-failure.mjs';

test.each(['ENOTFOUND', 'ECONNREFUSED', 'ETIMEDOUT', 'EAI_AGAIN'])(
  '%s is told as a registry that cannot be reached, with what to try',
  (code) => {
    const message = explainFailure(`npm error code ${code}`, 1);
    expect(message).toContain(`could not be reached (${code})`);
    expect(message).toContain('npm config get registry');
  },
);

test('a full disk is told as a full disk', () => {
  expect(explainFailure('npm error code ENOSPC', 1)).toContain('The disk is full');
});

test('a lockfile that lags behind names the command that mends it', () => {
  expect(explainFailure('npm error code EUSAGE', 1)).toContain('npm install');
});

test('anything else is shown as npm said it', () => {
  expect(explainFailure('npm error something rare', 7)).toMatch(/code 7[^]*something rare/);
});
