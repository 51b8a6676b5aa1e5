import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until no other process installs into this checkout, and keeps others out until released. Who installs is the holder
 * of the highest number; who finds that one dead takes the next, which only one can. Nobody removes the lock of another.
 */
export async function installLock(root) {
  const folder = join(root, '.vouch/install');
  mkdirSync(folder, { recursive: true });
  for (let told = false; ; await sleep(100)) {
    const last = Math.max(0, ...numbersIn(folder));
    const holder = holderOf(folder, last);
    if (!isAlive(holder)) {
      if (claim(folder, last + 1)) return () => release(folder, last + 1);
      continue;
    }
    if (!told) console.log(`Waiting for process ${holder}, which is installing here …`);
    told = true;
  }
}

/** By a link, so that the file bears its holder's id from its first moment. */
function claim(folder, number) {
  const own = join(folder, `by-${process.pid}`);
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, join(folder, String(number)));
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

function release(folder, number) {
  const over = numbersIn(folder).filter((other) => other <= number);
  for (const each of over.toSorted((one, other) => one - other))
    rmSync(join(folder, String(each)), { force: true });
}

function numbersIn(folder) {
  return readdirSync(folder).map(Number).filter(Number.isInteger);
}

function holderOf(folder, number) {
  try {
    return Number(readFileSync(join(folder, String(number)), 'utf8'));
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
