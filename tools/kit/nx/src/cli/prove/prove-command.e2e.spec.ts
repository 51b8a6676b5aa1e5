import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Ended, runInScratch, ScratchWorkspace } from '@vouch/scratch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MutationReport } from '../../mutation/index.ts';

const price = `
  export function priceOf(quantity: number): number {
    return quantity > 10 ? quantity * 9 : quantity * 10;
  }`;

const code = {
  'src/price.ts': price,
  'src/stock.ts': `
    const reserved = new Set<string>();
    export function reserve(article: string): boolean {
      const isFree = !reserved.has(article);
      reserved.add(article);
      return isFree;
    }
    export function release(article: string): number {
      reserved.delete(article);
      return reserved.size;
    }
    export function stepsTo(end: number): number {
      let steps = 0;
      while (steps < end) steps += 1;
      return steps;
    }
    const lock = new Int32Array(new SharedArrayBuffer(4));
    export function pause(isLong: boolean): string {
      return Atomics.wait(lock, 0, 0, isLong ? 600_000 : 1);
    }`,
  'src/notes.ts': `
    import { defineEntity, p, type EntityManager } from '@mikro-orm/postgresql';
    export const Note = defineEntity({ name: 'Note', tableName: 'note', properties: { id: p.integer().primary() } });
    export async function addNote(em: EntityManager): Promise<number> {
      await em.insert(Note, { id: 1 });
      return em.count(Note);
    }`,
};

const head = `import { expect, test } from 'vitest';`;
const specs = {
  'src/unit/price.spec.ts': `${head}
    import { priceOf } from '../../../app/src/price.ts';
    test('strong', { meta: { promise: 'Shop.priceOf#returns' } }, () => {
      expect([priceOf(10), priceOf(11)]).toEqual([100, 99]);
    });
    test('weak', { meta: { promise: 'Shop.priceOf#remarks' } }, () => { priceOf(3); expect(3).toBe(3); });`,
  'src/unit/stock.spec.ts': `${head}
    import { pause, release, reserve, stepsTo } from '../../../app/src/stock.ts';
    test('reserves', { meta: { promise: 'Shop.reserve#returns' } }, () => {
      expect([reserve('a'), reserve('a')]).toEqual([true, false]);
      release('a');
    });
    test('counts', { meta: { promise: 'Shop.stepsTo#returns' } }, () => { expect(stepsTo(3)).toBe(3); });
    test('waits', () => { expect(pause(false)).toBe('timed-out'); });`,
  'src/integration/notes.spec.ts': `
    import { Migration } from '@mikro-orm/migrations';
    import { componentTest } from '@vouch/testing';
    import { expect } from 'vitest';
    import { addNote, Note } from '../../../app/src/notes.ts';
    class CreateNotes extends Migration {
      override up(): void { this.addSql('create table note (id int primary key)'); }
    }
    const test = componentTest({ entities: [Note], migrations: [{ name: 'create-notes', class: CreateNotes }] });
    test('adds one', { meta: { promise: 'Shop.addNote#returns' } }, async ({ em }) => {
      expect(await addNote(em)).toBe(1);
    });`,
};

/** Runs the command in a separate process for another workspace. */
function prove(root: string, ...args: string[]): Promise<Ended> {
  const command = JSON.stringify(join(import.meta.dirname, 'prove-command.ts'));
  const given = `${JSON.stringify(root)}, ${JSON.stringify(args)}`;
  const program = `const { proveCommand } = await import(${command});
    process.exitCode = await proveCommand(${given});`;
  return runInScratch(process.execPath, ['--input-type=module', '-e', program], { cwd: root, env: {} });
}

function reportIn(root: string): string {
  return readFileSync(join(root, '.vouch/mutants/shop.json'), 'utf8');
}

function readReport(root: string): MutationReport {
  return JSON.parse(reportIn(root)) as MutationReport;
}

let workspace: ScratchWorkspace;
let cold: Ended;
let report: MutationReport;

beforeAll(async () => {
  workspace = new ScratchWorkspace().library('shop/app', code).library('shop/test', specs);
  cold = await prove(workspace.path, 'shop');
  report = readReport(workspace.path);
}, 120_000);

afterAll(() => workspace[Symbol.dispose]());

describe('vouch prove', () => {
  test('finds tests that notice nothing, and behaviour that no promise covers', () => {
    expect(cold).toMatchObject({ code: 0 });
    expect(cold.output).toContain('! Shop  4 of 5 promises proven');
    expect(cold.output).toMatch(/1 unproven.*\n +Shop\.priceOf#remarks {2}executes \d mutants/);
    expect(report.promises.filter(({ state }) => state === 'unproven')).toHaveLength(1);
    const ofPrice = report.mutants.filter(({ file }) => file.endsWith('price.ts'));
    expect(new Set(ofPrice.map(({ killedBy }) => killedBy?.test))).toEqual(new Set(['strong']));
    expect(cold.output).toMatch(
      /noticed only by tests that name no promise\n +libs\/shop\/app\/src\/stock\.ts/,
    );
  });

  test.each(['steps += 1; → removed', 'isLong → true'])('ends code that blocks the worker: %s', (change) => {
    const blocking = report.mutants.filter((mutant) => mutant.change === change);
    expect(blocking).toEqual([expect.objectContaining({ state: 'timeout' })]);
  });

  test('does not blame a mutant for the state that another one has left', () => {
    const [spoiling] = report.mutants.filter(({ change }) => change.startsWith('reserved.delete'));
    expect(spoiling).toMatchObject({ state: 'survived' });
    const [next] = report.mutants.filter(({ change }) => change === 'returns reserved.size → undefined');
    expect(next).toMatchObject({ state: 'survived' });
  });

  test('renews the sandbox for each mutant', () => {
    const ofNotes = report.mutants.filter(({ file }) => file.endsWith('notes.ts'));
    const inserted = ofNotes.find(({ change }) => change.startsWith('await em.insert'));
    expect(inserted).toMatchObject({ state: 'killed', killedBy: { test: 'adds one' } });
    const [id] = ofNotes.filter(({ change }) => change === '1 → 2');
    expect(id).toMatchObject({ state: 'survived' });
  });
});

describe('the next run', () => {
  test('tries only what an edit affects, with the same result', async () => {
    const { path } = workspace;
    const first = reportIn(path);
    expect(await prove(path, 'shop')).toMatchObject({ code: 0 });
    expect(reportIn(path)).toBe(first);
    workspace.write('libs/shop/app/src/price.ts', price.replace('> 10', '>= 10 + 1'));
    expect(await prove(path, 'shop')).toMatchObject({ code: 0 });
    const incremental = reportIn(path);
    expect(incremental).toContain('>= → >');
    expect(await prove(path, 'shop', '--no-incremental')).toMatchObject({ code: 0 });
    expect(reportIn(path)).toBe(incremental);
  });

  test('names a test that fails without a mutant, and a component that does not exist', async () => {
    using broken = new ScratchWorkspace()
      .library('shop/app', { 'src/price.ts': price })
      .library('shop/test', {
        'src/unit/price.spec.ts': `${head} test('is red', () => { expect(1).toBe(2); });`,
      });
    const { code: failed, output } = await prove(broken.path, 'shop');
    expect(failed).toBe(1);
    expect(output).toContain('libs/shop/test/src/unit/price.spec.ts > is red\n    expected 1 to be 2');
    const unknown = await prove(broken.path, 'shops');
    expect(unknown).toMatchObject({ code: 1 });
    expect(unknown.output).toContain(
      '"shops" is not a component with an app library. Expected one of: shop.',
    );
  });
});
