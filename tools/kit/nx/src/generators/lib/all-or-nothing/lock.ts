import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { stateFolder } from './undo-journal.ts';

const turns = new Map<string, DatabaseSync>();

/**
 * Waits until no other process generates in the workspace, then keeps others out until this process ends. The
 * operating system holds the lock, by way of SQLite, and releases it when the process ends for any reason.
 */
export async function acquireLock(root: string): Promise<void> {
  if (turns.has(root)) return;
  mkdirSync(join(root, stateFolder), { recursive: true });
  const lock = new DatabaseSync(join(root, stateFolder, 'turn'), { timeout: 0 });
  for (let waits = 0; !isTaken(lock); waits += 1) {
    if (waits === 10) console.log('Waiting for another generator in this workspace to finish …');
    await sleep(50);
  }
  turns.set(root, lock);
}

const busy = 5;

function isTaken(lock: DatabaseSync): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if ((error as { errcode?: number }).errcode === busy) return false;
    throw error;
  }
}
