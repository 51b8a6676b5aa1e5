import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { identityOf, isAlive, ownIdentity } from './identity.ts';

describe('the identity of a process', () => {
  test('belongs to a living process', () => {
    expect(isAlive(ownIdentity())).toBe(true);
    expect(identityOf(process.pid)).toEqual(ownIdentity());
  });

  test('ends with the process, even before its parent has reaped it', async () => {
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)']);
    const identity = identityOf(child.pid!)!;
    expect(isAlive(identity)).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isAlive(identity)).toBe(false);
    expect(identityOf(child.pid!)).toBeUndefined();
  });

  test('differs from that of a later process with the same id, and of one before a restart', () => {
    expect(isAlive({ ...ownIdentity(), startTime: '1' })).toBe(false);
    expect(isAlive({ ...ownIdentity(), bootId: 'another' })).toBe(false);
  });
});
