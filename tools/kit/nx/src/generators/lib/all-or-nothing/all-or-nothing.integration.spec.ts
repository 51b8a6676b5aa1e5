import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { changesIn, InterruptedWorkspace } from '../../../../proof/trees/interruption/workspace.ts';
import { recover } from './recover.ts';

const patient = { timeout: 240_000 };
let workspace: InterruptedWorkspace;
let before: Record<string, string>;

beforeEach(() => {
  workspace = new InterruptedWorkspace();
  before = workspace.state();
  const log = vi.spyOn(console, 'log').mockReturnValue();
  return () => {
    log.mockRestore();
    workspace[Symbol.dispose]();
  };
});

async function changed(): Promise<{ changes: number; after: Record<string, string> }> {
  const ended = await workspace.run('change');
  const after = workspace.state();
  expect(ended).toMatchObject({ code: 0 });
  expect(after).not.toEqual(before);
  workspace.reset();
  return { changes: changesIn(ended), after };
}

test('if killed at any change, or within one, it writes all changes or none', patient, async () => {
  const { changes, after } = await changed();
  const texts = new Map([before, after].map((state) => [JSON.stringify(state), state]));
  const outcomes = new Set<unknown>();
  for (let at = 1; at <= changes; at += 1) {
    for (const half of [false, true]) {
      workspace.reset();
      expect(await workspace.run('change', { at, half })).toMatchObject({ code: null });
      recover(workspace.root);
      const left = workspace.state();
      outcomes.add(texts.get(JSON.stringify(left)) ?? { at, half, left });
    }
  }
  expect(outcomes).toEqual(new Set([before, after]));
});

test('if killed during recovery, the next generator recovers', patient, async () => {
  const { changes } = await changed();
  const midway = { at: changes - 3 };
  await workspace.run('change', midway);
  expect(workspace.state()).not.toEqual(before);
  const undoing = changesIn(await workspace.run('undo'));
  expect(workspace.state()).toEqual(before);
  expect(undoing).toBeGreaterThan(5);
  for (let at = 1; at <= undoing; at += 1) {
    workspace.reset();
    await workspace.run('change', midway);
    expect(await workspace.run('undo', { at })).toMatchObject({ code: null });
    recover(workspace.root);
    expect({ at, left: workspace.state() }).toEqual({ at, left: before });
  }
});

test('the next generator undoes the changes, reports them and does its own work', patient, async () => {
  const { changes } = await changed();
  await workspace.run('change', { at: changes - 3 });
  const { output } = await workspace.run('append');
  expect(output).toContain('A generator was stopped while it wrote. Its changes are undone:');
  expect(output).toContain('libs/new/c.ts: removed');
  expect(output).toContain('libs/gone: restored');
  expect(workspace.state()).toEqual({
    ...before,
    'libs/one/index.ts': expect.stringMatching(/one = 1;\n\/\/ \d+\n$/) as string,
  });
});

test('keeps later changes by a person, with a copy of the former version', patient, async () => {
  const { changes } = await changed();
  await workspace.run('change', { at: changes - 3 });
  workspace.write('libs/one/long.ts', '// mine\n');
  workspace.write('libs/new/c.ts', '// mine too\n');
  workspace.write('libs/lost.ts', '// made again\n');
  recover(workspace.root);
  const kept = (path: string) => readFileSync(join(workspace.root, '.vouch/generators/kept', path), 'utf8');
  expect(workspace.state()).toEqual({
    ...before,
    'libs/one/long.ts': '// mine\n',
    'libs/new/': '',
    'libs/new/c.ts': '// mine too\n',
    'libs/lost.ts': '// made again\n',
  });
  expect(kept('libs/one/long.ts')).toBe(before['libs/one/long.ts']);
  expect(kept('libs/lost.ts')).toBe(before['libs/lost.ts']);
});

test('several generators at the same time build on each other’s work', patient, async () => {
  const runs = await Promise.all(Array.from({ length: 8 }, () => workspace.run('append')));
  expect(runs.map(({ code }) => code)).toEqual(runs.map(() => 0));
  const lines = readFileSync(join(workspace.root, 'libs/one/index.ts'), 'utf8').trim().split('\n');
  expect(new Set(lines).size).toBe(1 + runs.length);
});

test('on a disk that fills up at any time it writes all changes or none', patient, async ({ skip }) => {
  const disk = join(workspace.root, 'disk');
  mkdirSync(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    skip('only root can mount a separate disk');
  }
  try {
    const outcomes = new Set<string>();
    for (let free = 0; free < 40 && !outcomes.has('all'); free += 1)
      outcomes.add(await outcomeWith(free, disk));
    expect(outcomes).toEqual(new Set(['nothing', 'all']));
  } finally {
    execFileSync('umount', [disk]);
  }
});

/** Runs with the given number of free blocks. */
async function outcomeWith(free: number, disk: string): Promise<string> {
  rmSync(join(disk, 'ballast'), { force: true });
  using full = new DiskWorkspace(disk);
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(join(disk, 'ballast'), Buffer.alloc(Math.max(bavail - free, 0) * bsize));
  const { code, output } = await full.run('change');
  rmSync(join(disk, 'ballast'));
  const left = full.state();
  if (code === 0) return JSON.stringify(left) === JSON.stringify(before) ? 'nothing' : 'all';
  expect(output).toMatch(/ENOSPC|disk is full/);
  expect({ free, left }).toEqual({ free, left: before });
  expect(existsSync(join(disk, '.vouch/generators/journal'))).toBe(false);
  return 'nothing';
}

class DiskWorkspace extends InterruptedWorkspace {
  override [Symbol.dispose](): void {
    this.reset();
  }
}

test.each([
  ['a folder on the way', 'libs/new'],
  ['the file itself', 'libs/one/index.ts'],
])('rejects writing through a link that leads outside: %s', patient, async (_, path) => {
  using outside = new InterruptedWorkspace();
  rmSync(join(workspace.root, path), { force: true });
  const target = path.endsWith('.ts') ? join(outside.root, path) : outside.root;
  symlinkSync(target, join(workspace.root, path));
  const { code, output } = await workspace.run('change');
  expect(code).toBe(1);
  expect(output).toContain(
    `${path} is a link to ${target}, outside the workspace. Expected files of the workspace.`,
  );
  expect(outside.state()).toEqual(before);
  expect(existsSync(join(workspace.root, 'libs/lost.ts'))).toBe(true);
});
