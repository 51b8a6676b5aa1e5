import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until no other process installs into this checkout, and keeps others out until released. */
export async function installLock(root) {
  mkdirSync(join(root, '.vouch'), { recursive: true });
  const file = join(root, '.vouch/installing');
  let told = false;
  while (!take(file)) {
    if (!told) console.log(`Waiting for process ${holder(file)}, which is installing here …`);
    told = true;
    await sleep(500);
  }
  return () => rmSync(file, { force: true });
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (!isAlive(holder(file))) rmSync(file, { force: true });
  return false;
}

function holder(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
}

function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
