import { ScratchWorkspace } from '@vouch/scratch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RunOutput } from '../../../proof/run-output.ts';

const head = [
  `import { existsSync, readdirSync, readFileSync } from 'node:fs';`,
  `import { expect, test } from 'vitest';`,
];
const root = `import.meta.dirname + '/../../../'`;
const unit = (library: string) => `@demo/${library}:unit`;

/** One library for each undeclared input, with the expected message. */
const libraries: Record<string, { line: string; says: string }> = {
  'root-file': {
    line: `test('reads', () => { expect(readFileSync(${root} + 'prices.json', 'utf8')).toContain('12'); });`,
    says: 'file prices.json, used by libs/root-file/src/it.spec.ts:3',
  },
  'missing-file': {
    line: `test('looks', () => { expect(existsSync(${root} + 'feature.flag')).toBe(false); });`,
    says: 'file feature.flag, used by libs/missing-file/src/it.spec.ts:3',
  },
  'root-folder': {
    line: `test('lists', () => { expect(readdirSync(${root} + 'data')).toEqual(['one.csv']); });`,
    says: 'file data/, used by libs/root-folder/src/it.spec.ts:3',
  },
  'own-readme': {
    line: `test('reads', () => { expect(readFileSync(import.meta.dirname + '/../README.md', 'utf8')).toContain('12'); });`,
    says: 'file libs/own-readme/README.md, used by libs/own-readme/src/it.spec.ts:3',
  },
  'foreign-module': {
    line: `import { price } from '../../unrelated/src/price.ts'; test('imports', () => { expect(price).toBe(12); });`,
    says: 'file libs/unrelated/src/price.ts, used by libs/foreign-module/src/it.spec.ts',
  },
  variable: {
    line: `test('reads', () => { expect(process.env.CURRENCY).not.toBe('broken'); });`,
    says: 'variable CURRENCY, used by libs/variable/src/it.spec.ts:3',
  },
};

describe('a task with undeclared inputs', () => {
  const workspace = new ScratchWorkspace();
  const names = Object.keys(libraries);
  const run = async (env: Record<string, string> = {}) =>
    new RunOutput(await workspace.nx(['run-many', '-t', 'unit', '--output-style=static'], env));
  let first: RunOutput;
  let again: RunOutput;
  let inCi: RunOutput;
  let declared: RunOutput;

  beforeAll(async () => {
    workspace
      .write('prices.json', '{ "price": 12 }')
      .write('data/one.csv', '12')
      .write('libs/own-readme/README.md', '12')
      .library('unrelated', { 'src/price.ts': 'export const price = 12;' })
      .library('declaring', { 'src/it.spec.ts': [...head, `test('uses nothing', () => {});`].join('\n') });
    for (const [name, { line }] of Object.entries(libraries))
      workspace.library(name, { 'src/it.spec.ts': [...head, line].join('\n') });
    first = await run();
    again = await run();
    inCi = await run({ CI: 'true' });
    expect(await workspace.nx(['g', '@vouch/nx:declare-inputs', 'all'])).toMatchObject({ code: 0 });
    await run();
    declared = await run();
  }, 300_000);

  afterAll(() => workspace[Symbol.dispose]());

  test.each(Object.entries(libraries))(
    'prints the input, its place and its declaration: %s',
    (name, { says }) => {
      expect(first.of(unit(name))).toContain(says);
      expect(first.of(unit(name))).toContain(`npx nx g @vouch/nx:declare-inputs @demo/${name}`);
      expect(first.passed(unit(name))).toBe(true);
    },
  );

  test('is not cached, unlike others', () => {
    expect(again.cached()).toEqual([unit('declaring')]);
  });

  test('fails in CI', () => {
    expect(names.filter((name) => inCi.passed(unit(name)))).toEqual([]);
    expect(inCi.passed(unit('declaring'))).toBe(true);
    expect(inCi.of(unit('variable'))).toContain('The run fails because CI is set');
  });

  test('is cached once it is declared', () => {
    expect(declared.cached().toSorted()).toEqual([...names, 'declaring'].map(unit).toSorted());
  });

  test('runs again when what it declares changes', async () => {
    workspace
      .write('prices.json', '{ "price": 13 }')
      .write('feature.flag', '')
      .write('data/two.csv', '13')
      .write('libs/own-readme/README.md', '13')
      .write('libs/unrelated/src/price.ts', 'export const price = 13;');
    const changed = await run({ CURRENCY: 'broken' });
    expect(names.filter((name) => changed.passed(unit(name)))).toEqual([]);
  });
});

test('an ignored file cannot be declared, and the message explains that', async () => {
  using workspace = new ScratchWorkspace().library('it', {
    'src/it.spec.ts': [
      ...head,
      `test('reads', () => { expect(readFileSync(${root} + 'local.settings', 'utf8')).toBe('12'); });`,
    ].join('\n'),
  });
  workspace.write('.gitignore', 'local.settings\nnode_modules\n.nx\n.vouch\n').write('local.settings', '12');
  const { code, output } = await workspace.nx(['unit', '@demo/it']);
  expect(code).toBe(0);
  expect(output).toContain('ignored file local.settings, used by libs/it/src/it.spec.ts:3');
  expect(output).toContain('Nx does not hash files that .gitignore or .nxignore lists');
});

test('imports of vitest.config.ts are inputs of every task', async () => {
  using workspace = new ScratchWorkspace().library('it', {
    'src/it.spec.ts': `${head.join('\n')} test('runs', () => {});`,
  });
  const config = `import { rate } from './rates.ts';\nimport { vouchConfig } from '@vouch/nx/vitest';\n\nexport default { ...(await vouchConfig(import.meta.dirname)), define: { __RATE__: rate } };\n`;
  workspace.write('rates.ts', 'export const rate = 1;').write('vitest.config.ts', config);
  const { code, output } = await workspace.nx(['unit', '@demo/it']);
  expect(code).toBe(0);
  expect(output).toContain('file rates.ts, used by vitest.config.ts');
});
