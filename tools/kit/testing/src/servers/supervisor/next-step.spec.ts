import { describe, expect, test } from 'vitest';
import { nextStep } from './next-step.ts';
import type { FailureRecord, ServerRecord } from '../model/server-record.ts';

const server = { version: '18.4' } as ServerRecord;
const failed: FailureRecord = { code: 'disk-full', what: 'w', fix: 'r' };

describe('the next step of a process that wants a server', () => {
  test('starts the first supervisor', () => {
    expect(nextStep({ generation: 0, alive: false }, 0)).toEqual({ do: 'start' });
  });

  test('uses a server that is ready', () => {
    expect(nextStep({ generation: 3, alive: true, ready: server }, 0)).toEqual({ do: 'use', server });
  });

  test('waits while a server is starting or closing', () => {
    expect(nextStep({ generation: 3, alive: true }, 0)).toEqual({ do: 'wait' });
  });

  test('ignores the record of a dead supervisor', () => {
    expect(nextStep({ generation: 3, alive: false, ready: server }, 3)).toEqual({ do: 'start' });
  });

  test('fails with the supervisor that it waited for', () => {
    expect(nextStep({ generation: 3, alive: false, failed }, 3)).toEqual({ do: 'give-up', failure: failed });
  });

  test('starts a supervisor although an earlier one failed', () => {
    expect(nextStep({ generation: 3, alive: false, failed }, 0)).toEqual({ do: 'start' });
  });
});
