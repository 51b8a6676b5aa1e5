import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until no other process installs into this checkout, then keeps others out until released. A process first
 * writes its claim and then checks for others, so of two concurrent processes the later one sees the other and steps
 * back. A process never removes the claim of a live one.
 */
export async function installLock(root) {
  const folder = join(root, '.vouch/install');
  mkdirSync(folder, { recursive: true });
  for (let announced = false; ; await sleep(50 + 100 * Math.random())) {
    const holder = otherIn(folder);
    if (holder === undefined) {
      claim(folder);
      if (otherIn(folder) === undefined) return () => release(folder);
      rmSync(ownFile(folder));
      continue;
    }
    if (!announced) console.log(`Waiting for process ${holder}, which is installing here …`);
    announced = true;
  }
}

/** Renames the claim into place, so that the file contains its holder's id from the first moment. */
function claim(folder) {
  const draft = join(folder, `by-${process.pid}`);
  writeFileSync(draft, String(process.pid));
  renameSync(draft, ownFile(folder));
}

function release(folder) {
  rmSync(ownFile(folder), { force: true });
  for (const { name, pid } of claimsIn(folder))
    if (!isAlive(pid)) rmSync(join(folder, name), { force: true });
}

function ownFile(folder) {
  return join(folder, String(process.pid));
}

function otherIn(folder) {
  return claimsIn(folder).find(({ pid }) => pid !== process.pid && isAlive(pid))?.pid;
}

/** Skips claims that disappear during the search. */
function claimsIn(folder) {
  const names = readdirSync(folder).filter((name) => /^\d+$/.test(name));
  return names.map((name) => ({ name, pid: holderOf(join(folder, name)) })).filter(({ pid }) => pid > 0);
}

function holderOf(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
