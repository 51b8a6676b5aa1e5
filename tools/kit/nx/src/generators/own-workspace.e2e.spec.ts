import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { startProgram } from '@vouch/scratch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changesIn } from '../../proof/trees/interruption/workspace.ts';
import { WholeClone } from '../../proof/trees/whole-clone.ts';

/** Two whole workspaces are made, checked and tested. */
const patient = { timeout: 600_000 };
const preload = join(import.meta.dirname, '../../proof/trees/interruption/kill-at.mjs');
const rename = ['g', 'rename', '--scope=@mycorp', '--name=my-app'];
const removeSamples = ['g', 'remove-samples'];
const ok = { code: 0 };

let clone: WholeClone;
let own: string;

beforeAll(async () => {
  clone = new WholeClone();
  expect(await clone.run('nx', ...rename)).toMatchObject(ok);
  expect(await clone.run('nx', ...removeSamples)).toMatchObject(ok);
  own = clone.commit();
}, 120_000);
afterAll(() => {
  clone[Symbol.dispose]();
});

test(
  'a clone is made one’s own in either order, after an interruption, and twice, with the same outcome',
  patient,
  async () => {
    using other = new WholeClone();
    const killedAt = (at: number) =>
      other.runWith(
        { NODE_OPTIONS: `--import=${preload}`, KILL_ROOT: other.path, KILL_AT: `${at}` },
        'nx',
        ...removeSamples,
      );
    const changes = changesIn(await killedAt(0));
    other.git('reset', '-q', '--hard');
    other.git('clean', '-qfd');
    expect(await killedAt(Math.floor(changes / 2))).toMatchObject({ code: null });
    for (const command of [removeSamples, rename, removeSamples, rename]) {
      expect(await other.run('nx', ...command)).toMatchObject(ok);
    }
    expect(other.git('status', '--porcelain')).not.toContain('acme');
    expect(other.commit()).toBe(own);
    expect(readdirSync(join(other.path, 'node_modules/@mycorp')).toSorted()).toEqual([
      'api',
      'api-e2e',
      'cache',
      'cache-contract',
      'cache-test',
      'identity',
      'identity-contract',
      'identity-test',
      'platform',
      'platform-contract',
      'platform-test',
    ]);
    expect(readdirSync(join(other.path, 'node_modules'))).not.toContain('@acme');
  },
);

describe('one’s own workspace', () => {
  test('knows nothing of the samples and their scope', () => {
    const kit = ':!tools';
    expect(
      grep(
        '-iE',
        '@acme|alert(s|Rule)\\b|<.?sample|About the (sample|template)',
        '--',
        'apps',
        'libs',
        '*.json',
        kit,
      ),
    ).toBe('');
    expect(readdirSync(join(clone.path, 'libs'))).toEqual(['cache', 'identity', 'platform']);
  });

  test('starts', patient, async () => {
    expect(await startAndStop()).toBe(0);
  });

  test('takes a component with an entity and routes, and is green at once', patient, async () => {
    expect(await clone.run('nx', 'g', 'component', 'billing', '--entity=Invoice', '--route')).toMatchObject(
      ok,
    );
    await expectGreen();
    expect(await clone.run('nx', 'g', 'remove-component', 'billing')).toMatchObject(ok);
    expect(clone.commit()).toBe(own);
  });
});

/** What is found; git ends with 1 where it is nothing. */
function grep(...args: readonly string[]): string {
  try {
    return clone.git('grep', '-n', ...args);
  } catch (error) {
    if ((error as { status?: number }).status === 1) return '';
    throw error;
  }
}

/** The checks, and the tests of all but the kit, which is tested where it is made. */
async function expectGreen(): Promise<void> {
  const compiler = join(clone.path, 'node_modules/typescript-native/bin/tsc');
  for (const [program, ...args] of [
    ['node', compiler, '-b', '--pretty', 'false'],
    ['eslint', 'apps', 'libs', '--max-warnings', '0'],
    ['prettier', '--check', '.', '--log-level', 'warn'],
    ['vouch', 'check', 'lockfile', 'schema', 'references', 'factories', 'fixtures', 'promises'],
    ['nx', 'run-many', '-t', 'test', '--projects=apps/*,libs/*/*'],
  ] as const) {
    const { code, output } = await clone.run(program, ...args);
    expect(code, `${program} ${args.join(' ')}\n${output}`).toBe(0);
  }
}

/** `npm start` until the API answers, and Ctrl-C. */
async function startAndStop(): Promise<number | null> {
  const started = startProgram(process.execPath, ['tools/workspace/src/start/main.ts', '--port', '0'], {
    cwd: clone.path,
    env: {},
  });
  const ended = new Promise<number | null>((resolve) => started.once('exit', resolve));
  let output = '';
  for (const stream of [started.stdout, started.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('The API is at ')) started.kill('SIGINT');
    });
  }
  const code = await ended;
  expect(output).toContain('The API is at ');
  return code;
}
