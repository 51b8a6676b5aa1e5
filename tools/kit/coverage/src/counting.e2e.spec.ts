import { join } from 'node:path';
import { ScratchWorkspace } from '@vouch/scratch';
import { describe, expect, test as base } from 'vitest';
import { readCoverage } from './read/read-coverage.ts';

const measured = `import { EventEmitter } from 'node:events';

type Words = readonly string[];

export function inWorker(words: Words): string {
  return words.join();
}

export function inChild(word = 'ran'): string {
  using closed = { [Symbol.dispose]: () => undefined };
  return closed ? word : 'never';
}

export function inThread(): number {
  return 1;
}

export function inNestedVitest(): string {
  return 'nested';
}

export class Emitter extends EventEmitter {
  readonly kind: string = 'own';

  inBoth(): string {
    return this.kind;
  }

  nowhere(): string {
    return 'never';
  }
}

export function inCopy(): string {
  return 'copied';
}

export function inChangedCopy(): string {
  return 'changed';
}
`;

const child = `import { Emitter, inChild } from './measured.ts';
console.log(inChild(), new Emitter().inBoth());`;

const thread = `import { parentPort } from 'node:worker_threads';
import { inThread } from './measured.ts';
parentPort?.postMessage(inThread());`;

const nested = `import { expect, test } from 'vitest';
import { inNestedVitest } from '../measured.ts';
test('runs in a Vitest of its own', () => expect(inNestedVitest()).toBe('nested'));`;

const nestedConfig = `import { coverageSettings } from '@vouch/coverage';
export default { oxc: { target: 'esnext' }, test: { include: ['*.nested.ts'], coverage: coverageSettings() ?? {} } };`;

const unit = `import { expect, test } from 'vitest';
import { Emitter, inWorker } from './measured.ts';
test('runs here', () => expect([inWorker(['a']), new Emitter().inBoth()]).toEqual(['a', 'own']));`;

const integration = `import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
const folder = import.meta.dirname;
test('runs a process', () => {
  expect(execFileSync(process.execPath, ['child.ts'], { cwd: folder, encoding: 'utf8', env: {} })).toContain('ran own');
});
test('runs copies of the workspace', () => {
  for (const [name, change] of [['inCopy', ''], ['inChangedCopy', '// changed']]) {
    const root = mkdtempSync(join(tmpdir(), 'vouch-copy-'));
    const copy = join(root, 'libs/counted/src/measured.ts');
    cpSync(join(folder, 'measured.ts'), copy);
    appendFileSync(copy, change);
    execFileSync(process.execPath, ['-e', 'import(' + JSON.stringify(copy) + ').then((m) => m.' + name + '())']);
    rmSync(root, { recursive: true });
  }
});
test('runs a thread', async () => {
  const worker = new Worker(new URL('thread.ts', import.meta.url));
  expect(await once(worker, 'message')).toEqual([1]);
  await once(worker, 'exit');
});
test('runs a Vitest', { timeout: 30_000 }, () => {
  const vitest = process.cwd() + '/node_modules/vitest/vitest.mjs';
  const env = { ...process.env, VITEST: '' };
  execFileSync(process.execPath, [vitest, 'run'], { cwd: folder + '/nested', encoding: 'utf8', env });
});`;

const test = base.extend('counted', { scope: 'file' }, async ({}, { onCleanup }) => {
  const workspace = new ScratchWorkspace();
  onCleanup(() => workspace[Symbol.dispose]());
  const folder = join(workspace.path, 'coverage/raw');
  workspace.library('counted', {
    ...{ 'src/measured.ts': measured, 'src/child.ts': child, 'src/thread.ts': thread },
    ...{ 'src/nested/a.nested.ts': nested, 'src/nested/vitest.config.mjs': nestedConfig },
    ...{ 'src/a.spec.ts': unit, 'src/b.integration.spec.ts': integration },
    ...{ 'src/unseen.ts': 'export function unseen(): number {\n  return 1;\n}\n' },
  });
  const run = await workspace.nx(['run-many', '-t', 'test'], { NODE_V8_COVERAGE: folder });
  const file = (name: string) => join(workspace.path, 'libs/counted/src', name);
  const byLevel = await readCoverage(folder, {
    root: workspace.path,
    files: [file('measured.ts'), file('unseen.ts')],
  });
  const uncovered = (level: string, name: string) =>
    byLevel.get(level)?.fileCoverageFor(file(name)).getUncoveredLines().map(Number);
  return { run, byLevel, file, uncovered };
});

describe('coverage is counted', () => {
  test('by level, in workers, processes, threads and nested Vitests', ({ counted }) => {
    expect(counted.run.output).toContain('Successfully ran');
    const [inWorker, inChild, inThread, inNestedVitest, nowhere] = [6, 11, 15, 19, 30];
    const [inCopy, inChangedCopy] = [35, 39];
    const elsewhere = [10, inChild, inThread, inNestedVitest, nowhere, inCopy, inChangedCopy];
    expect(counted.uncovered('unit', 'measured.ts')).toEqual(elsewhere);
    expect(counted.uncovered('integration', 'measured.ts')).toEqual([inWorker, nowhere, inChangedCopy]);
  });

  test('as zero for files without tests', ({ counted }) => {
    expect(counted.uncovered('unit', 'unseen.ts')).toEqual([2]);
  });

  test('in the same places, however the code ran', ({ counted: { byLevel, file } }) => {
    const [unit, integration] = ['unit', 'integration'].map((level) =>
      byLevel.get(level)!.fileCoverageFor(file('measured.ts')),
    );
    expect(integration!.statementMap).toEqual(unit!.statementMap);
    expect(integration!.fnMap).toEqual(unit!.fnMap);
    expect(integration!.branchMap).toEqual(unit!.branchMap);
    expect(Object.values(unit!.fnMap).map(({ loc }) => loc.start.line)).toEqual([
      5, 9, 10, 14, 18, 25, 29, 34, 38,
    ]);
  });

  test('in branches: for the default that was taken, not for the other', ({ counted: { byLevel, file } }) => {
    const { b, branchMap } = byLevel.get('integration')!.fileCoverageFor(file('measured.ts'));
    const taken = Object.entries(branchMap).map(([id, { type }]) => [type, b[id]!.map((times) => times > 0)]);
    expect(taken).toEqual([
      ['default-arg', [true]],
      ['cond-expr', [true, false]],
    ]);
  });
});
