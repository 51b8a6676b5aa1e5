import { describe, expect, test } from 'vitest';
import { nextStep } from './next-step.ts';
import type { FailureRecord, ServerRecord } from '../model/server-record.ts';

const server = { version: '18.4' } as ServerRecord;
const failed: FailureRecord = { code: 'disk-full', what: 'w', fix: 'r' };

describe('what a process that wants a server does next', () => {
  test('starts the first supervisor', () => {
    expect(nextStep({ generation: 0, alive: false }, 0)).toEqual({ do: 'start' });
  });

  test('uses a server that is ready', () => {
    expect(nextStep({ generation: 3, alive: true, ready: server }, 0)).toEqual({ do: 'use', server });
  });

  test('waits while one is being started, or is closing', () => {
    expect(nextStep({ generation: 3, alive: true }, 0)).toEqual({ do: 'wait' });
  });

  test('does not trust the word of a dead supervisor', () => {
    expect(nextStep({ generation: 3, alive: false, ready: server }, 3)).toEqual({ do: 'start' });
  });

  test('gives up when the supervisor that it waited for did', () => {
    expect(nextStep({ generation: 3, alive: false, failed }, 3)).toEqual({ do: 'give-up', failure: failed });
  });

  test('tries again where an earlier run failed', () => {
    expect(nextStep({ generation: 3, alive: false, failed }, 0)).toEqual({ do: 'start' });
  });
});
