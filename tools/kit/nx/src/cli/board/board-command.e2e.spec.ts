import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Ended, runInScratch, ScratchWorkspace } from '@vouch/scratch';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Board, BoardPromise } from '../../board/board.ts';
import { promisesOf } from '../../board/totals.ts';

const contract = `export class EmptyBoxError extends Error {}

export interface Box {
  /**
   * Takes the last thing out of the box.
   *
   * @returns the thing that was put in last
   * @throws {@link EmptyBoxError} when the box holds nothing
   * @remarks
   * - The other things stay in their order.
   */
  take(): string;

  /**
   * Counts the things.
   *
   * @returns how many things the box holds
   */
  count(): number;
}
`;

const implementation = `import { type Box, EmptyBoxError } from '@demo/boxes-contract';

export function openBox(...things: string[]): Box {
  return {
    take() {
      const thing = things.pop();
      if (thing === undefined) throw new EmptyBoxError();
      return thing;
    },
    count: () => things.length,
  };
}
`;

/** Tests that name promises with the revisions that the board reports. */
function specOf(revisions: ReadonlyMap<string, string>): string {
  const meta = (id: string) => `{ meta: { promise: '${id}', revision: '${revisions.get(id) ?? 'none'}' } }`;
  return `import { openBox } from '@demo/boxes-app';
import { EmptyBoxError } from '@demo/boxes-contract';
import { expect, test } from 'vitest';

test('returns the last thing', ${meta('Box.take#returns')}, () => {
  expect(openBox('a', 'b').take()).toBe('b');
});

test.each([[], ['a']])('throws after %s', ${meta('Box.take#throws:EmptyBoxError')}, (...things) => {
  const box = openBox(...things);
  for (const _ of things) box.take();
  expect(() => box.take()).toThrow(EmptyBoxError);
});

test('keeps the order', ${meta('Box.take#remarks')}, () => {
  const box = openBox('a', 'b', 'c');
  box.take();
  expect([box.take(), box.take()]).toEqual(['b', 'a']);
});

test('counts', ${meta('Box.count#returns')}, () => {
  expect(openBox('a', 'b').count()).toBe(2);
});
`;
}

const contractFile = 'libs/boxes/contract/src/index.ts';
const appFile = 'libs/boxes/app/src/index.ts';
const specFile = 'libs/boxes/test/src/unit/boxes.spec.ts';

describe('the board of a workspace', () => {
  const workspace = new ScratchWorkspace()
    .library('boxes/contract', { 'src/index.ts': contract })
    .library('boxes/app', { 'src/index.ts': implementation })
    .library('boxes/test', {}, ['@demo/boxes-app']);
  let spec = specOf(new Map());

  beforeAll(async () => {
    workspace.write(specFile, spec);
    spec = specOf(new Map([...(await board()).values()].map(({ id, revision }) => [id, revision])));
    workspace.write(specFile, spec);
    await workspace.git('init', '--quiet', '--initial-branch=main');
    await workspace.git('add', '.');
    await workspace.git('commit', '--quiet', '--message=Add boxes');
  });

  beforeEach(async () => {
    rmSync(join(workspace.path, '.vouch/mutants'), { recursive: true, force: true });
    workspace.write(contractFile, contract).write(appFile, implementation).write(specFile, spec);
    await workspace.nx(['unit', '@demo/boxes-test']);
  });

  afterAll(() => workspace[Symbol.dispose]());

  /** Runs a command of the kit in a separate process. */
  function run(file: string, name: string, args: readonly string[]): Promise<Ended> {
    const module = JSON.stringify(join(import.meta.dirname, file));
    const given = `${JSON.stringify(workspace.path)}, ${JSON.stringify(args)}`;
    const program = `const { ${name} } = await import(${module}); process.exitCode = await ${name}(${given});`;
    const node = ['--input-type=module', '-e', program];
    return runInScratch(process.execPath, node, { cwd: workspace.path, env: {} });
  }

  const command = (...args: string[]) => run('board-command.ts', 'boardCommand', args);
  const prove = (component: string) => run('../prove/prove-command.ts', 'proveCommand', [component]);

  async function board(): Promise<Map<string, BoardPromise>> {
    await command();
    const read = JSON.parse(readFileSync(join(workspace.path, '.vouch/board/board.json'), 'utf8')) as Board;
    return new Map(promisesOf(read).map((promise) => [promise.id, promise]));
  }

  /** Returns the promises that are not tested. */
  async function states(): Promise<Record<string, string>> {
    const untested = [...(await board())].filter(([, { state }]) => state !== 'tested');
    return Object.fromEntries(untested.map(([id, { state }]) => [id, state]));
  }

  test('tests that passed make their promises tested', async () => {
    expect([...(await board()).values()].map(({ state }) => state)).toEqual(Array(4).fill('tested'));
    expect(await command('--check')).toMatchObject({ code: 0 });
  });

  test('a changed word makes one promise stale, with its words before, until it is accepted', async () => {
    workspace.write(contractFile, contract.replace('put in last', 'put in first'));
    expect(await states()).toEqual({ 'Box.take#returns': 'stale' });
    const { before, text } = (await board()).get('Box.take#returns') ?? {};
    expect([before?.text, text]).toEqual([
      'the thing that was put in last',
      'the thing that was put in first',
    ]);
    expect(await command('--check')).toMatchObject({ code: 1 });

    const accepted = await command('--accept=Box.take#returns');
    expect(accepted.output).toMatch(
      /before: the thing that was put in last[^]*now: {4}the thing that was put in first/,
    );
    expect(await states()).toEqual({});
    expect(changedLines(spec, read(specFile))).toHaveLength(1);
  });

  test('formatting of the contract makes no promise stale', async () => {
    const formatted = contract
      .replace('the thing that was', 'the thing\n   * that   was')
      .replaceAll('string', ' string');
    workspace.write(contractFile, formatted);
    expect(await states()).toEqual({});
  });

  test('a renamed or moved test still proves its promise', async () => {
    workspace.write(specFile, spec.replace("'counts'", "'says how many there are'"));
    expect(await states()).toEqual({});
    await workspace.nx(['unit', '@demo/boxes-test']);
    expect(await states()).toEqual({});
  });

  test('a deleted test leaves its promise missing', async () => {
    workspace.write(specFile, spec.slice(0, spec.indexOf("test('counts'")));
    expect(await states()).toEqual({ 'Box.count#returns': 'missing' });
    expect((await command('--check')).output).toContain('1 promise is missing. Expected at most 0.');
    expect(await command('--check', '--max-missing=1')).toMatchObject({ code: 0 });
  });

  test('a deleted promise leaves its test orphaned', async () => {
    workspace.write(contractFile, contract.replace(/ \* @returns how many.*\n/, ' *\n'));
    expect(await states()).toMatchObject({ 'Box.count#returns': 'orphaned' });
  });

  test('a broken implementation fails the promises that it breaks', async () => {
    workspace.write(appFile, implementation.replace('things.pop()', 'things.shift()'));
    await workspace.nx(['unit', '@demo/boxes-test']);
    expect(await states()).toEqual({ 'Box.take#returns': 'failing', 'Box.take#remarks': 'failing' });
  });

  test('a broken promise is named at the end of the run, with its line in the contract', async () => {
    workspace.write(appFile, implementation.replace('things.length', '3'));
    const { output } = await workspace.nx(['unit', '@demo/boxes-test']);
    expect(output).toMatch(
      /A promise does not hold:\n {3}Box\.count#returns how many things the box holds {2}libs\/boxes\/contract\/src\/index\.ts:\d+/,
    );
  });

  test('tests are chosen by promise, or by the change that touches a promise', async () => {
    const counted = async (option: string) => {
      const { code, output } = await workspace.nx(['unit', '@demo/boxes-test', '--', option]);
      return [code, /^ {3}Tests {2}(.*)$/m.exec(output)?.[1]];
    };
    expect(await counted('--promise=Box.take')).toEqual([0, '4 passed, 1 skipped']);
    expect(await counted('--promise=Box.take#remarks')).toEqual([0, '1 passed, 4 skipped']);
    workspace.write(contractFile, contract.replace('how many things', 'the number of things'));
    expect(await counted('--since=main')).toEqual([0, '1 passed, 4 skipped']);
    const unknown = await workspace.nx(['unit', '@demo/boxes-test', '--', '--promise=Box.open']);
    expect([unknown.code, unknown.output]).toEqual([
      1,
      expect.stringContaining('No test names --promise=Box.open.'),
    ]);
  });

  test('mutation proves promises, until the code changes', async () => {
    expect(await prove('boxes')).toMatchObject({ code: 0 });
    const provenOf = async () =>
      [...(await board()).values()].flatMap(({ id, state }) => (state === 'proven' ? id : []));
    expect(await provenOf()).toEqual(Object.keys(Object.fromEntries(await board())));
    workspace.write(appFile, `${implementation}\n`);
    expect(await provenOf()).toEqual([]);
  });

  test('a test that asserts nothing leaves its promise unproven', async () => {
    workspace.write(
      specFile,
      spec.replace("expect(openBox('a', 'b').count()).toBe(2);", "openBox('a', 'b').count();"),
    );
    await workspace.nx(['unit', '@demo/boxes-test']);
    await prove('boxes');
    expect((await board()).get('Box.count#returns')?.state).toBe('unproven');
    expect((await command('--check')).output).toContain('1 promise is unproven.');
  });

  test('a run of a few tests keeps the results of the others', async () => {
    workspace.write(appFile, implementation.replace('things.length', '3'));
    const ran = await workspace.nx(['unit', '@demo/boxes-test', '--', '-t', 'counts']);
    expect(ran.code).toBe(1);
    expect(await states()).toEqual({ 'Box.count#returns': 'failing' });
  });

  test('--since shows what a change touches, and why', async () => {
    workspace.write(contractFile, contract.replace('how many things', 'the number of things'));
    const { output } = await command('--since=main', '--format=markdown');
    expect(output).toContain('This change touches 1 promise: 1 stale.');
    expect(output).toMatch(/^\| stale \| `Box\.count#returns` \|.*\| changed \|/m);
    workspace.write(contractFile, contract).write(appFile, implementation.replace('length', 'length + 0'));
    expect((await command('--since=main', '--format=markdown')).output).toContain('touches 4 promises');
    expect((await command('--since=nothing')).output).toMatch(/^--since=nothing is no commit/);
  });

  test('--release lists what changed since a release, and the version that follows', async () => {
    const release = async () => (await command('--release=main')).output;
    expect(await release()).toContain('No promise has changed since main: a patch release.');
    const added =
      '   * @returns how many things the box holds\n   * @remarks\n   * - Counting takes nothing out.';
    workspace.write(contractFile, contract.replace('   * @returns how many things the box holds', added));
    expect(await release()).toContain(
      'a minor release.\n\n### Added\n\n- `Box.count#remarks`: Counting takes nothing out',
    );
    workspace.write(contractFile, contract.replace('how many things', 'the number of things'));
    expect(await release()).toMatch(
      /a major release\.\n\n### Changed\n\n- `Box\.count#returns`: the number of things.*\n {2}- before: how many things.*\n {2}- counts \(libs/,
    );
    workspace.write(contractFile, contract.replace(/.*@throws.*\n/, ''));
    expect(await release()).toMatch(/a minor release\.\n\n### Strengthened/);
    expect((await command('--release=v9')).output).toMatch(/^--release=v9 is no commit of this repository/);
  });

  test('the board is the same bytes each time', async () => {
    const json = (await command('--format=json')).output;
    await workspace.nx(['unit', '@demo/boxes-test', '--skip-nx-cache']);
    expect((await command('--format=json')).output).toBe(json);
  });

  test('wrong arguments are refused by name', async () => {
    for (const [argument, message] of wrongArguments) {
      const { code, output } = await command(argument);
      expect([code, output.split('\n')[0]]).toEqual([1, message]);
    }
  });

  function read(file: string): string {
    return readFileSync(join(workspace.path, file), 'utf8');
  }
});

const wrongArguments = [
  ['--max-missing=few', '--max-missing=few is not a number of promises. Expected 0 or more.'],
  ['--format=xml', '--format=xml is unknown. Expected one of: table, json, markdown, junit, github.'],
  [
    'crates',
    'There is no component "crates". Expected one of: boxes. To create it: npx nx g component crates',
  ],
  ['--accept=Box.open', 'There is no promise "Box.open". List them: npm run board'],
] as const;

function changedLines(before: string, after: string): string[] {
  const lines = before.split('\n');
  return after.split('\n').filter((line, index) => line !== lines[index]);
}
