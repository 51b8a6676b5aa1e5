import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { startProgram } from '@vouch/scratch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changesIn } from '../../proof/trees/interruption/workspace.ts';
import { WholeClone } from '../../proof/trees/whole-clone.ts';

/** Two complete workspaces are created, checked and tested. */
const patient = { timeout: 600_000 };
const preload = join(import.meta.dirname, '../../proof/trees/interruption/kill-at.mjs');
const rename = ['g', 'rename', '--scope=@mycorp', '--name=my-app'];
const removeSamples = ['g', 'remove-samples'];
const ok = { code: 0 };

let clone: WholeClone;
let own: string;
let filesAfterRename: number;

beforeAll(async () => {
  clone = new WholeClone();
  expect(await clone.run('nx', ...rename)).toMatchObject(ok);
  clone.git('add', '-A');
  filesAfterRename = clone.git('ls-files').split('\n').length;
  expect(await clone.run('nx', ...removeSamples)).toMatchObject(ok);
  own = clone.commit();
}, 120_000);
afterAll(() => {
  clone[Symbol.dispose]();
});

test(
  'renaming and removing samples commute, survive an interruption, and can be repeated',
  patient,
  async () => {
    using other = new WholeClone();
    const killedAt = (at: number, command: readonly string[]) =>
      other.runWith(
        { NODE_OPTIONS: `--import=${preload}`, KILL_ROOT: other.path, KILL_AT: `${at}` },
        'nx',
        ...command,
      );
    const changes = changesIn(await killedAt(0, removeSamples));
    other.git('reset', '-q', '--hard');
    other.git('clean', '-qfd');
    expect(await killedAt(Math.floor(changes / 2), removeSamples)).toMatchObject({ code: null });
    // it makes about three hundred changes
    expect(await killedAt(150, rename)).toMatchObject({ code: null });
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
      'workspace',
    ]);
    expect(readdirSync(join(other.path, 'node_modules'))).not.toContain('@acme');
  },
);

describe('a renamed workspace', () => {
  test('is thin: the kit is packages, and few files are left', () => {
    const files = clone.git('ls-files').split('\n');
    expect(files.filter((file) => file.startsWith('tools/kit/'))).toEqual(
      ['coverage', 'eslint-plugin', 'nx', 'testing'].map((name) => `tools/kit/vouch-${name}-0.2.0.tgz`),
    );
    expect(files.filter((file) => file.startsWith('tools/proof/'))).toEqual([]);
    expect(filesAfterRename).toBeLessThanOrEqual(350);
    expect(files.length).toBeLessThanOrEqual(260);
  });

  test('is locked: npm finds the lockfile in step with the manifests', () => {
    const args = ['ci', '--dry-run', '--offline', '--ignore-scripts', '--silent'];
    expect(() => execFileSync('npm', args, { cwd: clone.path, stdio: 'pipe' })).not.toThrow();
  });

  test('does not mention the samples or their scope', () => {
    const kit = ':!tools/kit';
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

  test('accepts a component with an entity and routes, and all checks pass', patient, async () => {
    expect(await clone.run('nx', 'g', 'component', 'billing', '--entity=Invoice', '--route')).toMatchObject(
      ok,
    );
    await expectGreen();
    expect(await clone.run('nx', 'g', 'remove-component', 'billing')).toMatchObject(ok);
    expect(clone.commit()).toBe(own);
  });
});

/** Returns the matches; git exits with 1 if there are none. */
function grep(...args: readonly string[]): string {
  try {
    return clone.git('grep', '-n', ...args);
  } catch (error) {
    if ((error as { status?: number }).status === 1) return '';
    throw error;
  }
}

/** Runs the checks and all tests except the kit's, which are tested in the kit's own repository. */
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

/** Runs `npm start` until the API answers, then presses Ctrl-C. */
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
