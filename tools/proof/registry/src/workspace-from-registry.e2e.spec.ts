import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packCreate, packKit, type PackedTarball } from '@vouch/pack';
import { type Ended, runInScratch } from '@vouch/scratch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { olderRelease } from './older-release.ts';
import { Registry } from './registry.ts';

/** Packages are built, published, and installed with all that they depend on. */
const patient = { timeout: 900_000 };
const root = join(import.meta.dirname, '../../../..');
const older = '0.1.0';

let folder: string;
let registry: Registry;
let kit: readonly PackedTarball[];

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'vouch-from-registry-')));
  registry = await Registry.start();
  kit = await packKit(root, join(folder, 'packages'));
  const created = await packCreate(root, join(folder, 'packages'), kit);
  for (const { file } of [...olderRelease(kit, older, folder), ...kit, created]) await registry.publish(file);
}, 300_000);
afterAll(async () => {
  await registry[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

describe('npm create vouch', () => {
  test('makes a workspace in which everything works from node_modules', patient, async () => {
    await ok('npm', 'create', '--yes', 'vouch', 'my-shop', '--', '--scope=@shop', '--no-samples');
    const shop = inFolder('my-shop');
    expect(manifestOf('my-shop')).toMatchObject({
      name: 'my-shop',
      devDependencies: Object.fromEntries(kit.map(({ name, version }) => [name, version])),
    });
    expect(filesOf('my-shop').length).toBeLessThanOrEqual(260);
    expect((await shop('git', 'grep', '-il', 'acme', '--', 'apps', 'libs', 'tools')).output).toBe('');
    expect((await shop('git', 'status', '--porcelain')).output).toBe('');
    await shop('npx', 'nx', 'g', 'component', 'billing', '--entity=Invoice', '--route');
    await shop('npm', 'run', 'check', '--', 'lockfile', 'types', 'lint', 'format', 'schema', 'promises');
    await shop('npx', 'nx', 'run-many', '-t', 'test', '--projects=@shop/billing-test,@shop/workspace');
  });

  test('refuses a folder that holds something, and writes nothing', async () => {
    mkdirSync(join(folder, 'taken'));
    writeFileSync(join(folder, 'taken/mine.txt'), 'mine');
    const { code, output } = await npm(folder, 'npm', 'create', '--yes', 'vouch', 'taken');
    expect({ code, output }).toMatchObject({
      code: 1,
      output: expect.stringContaining('exists and is not empty. Nothing was written.') as string,
    });
    expect(filesOf('taken')).toEqual(['mine.txt']);
  });
});

describe('nx add @vouch/nx', () => {
  test('adds levels to a workspace of create-nx-workspace, and again changes nothing', patient, async () => {
    const preset = ['--preset=ts', '--nxCloud=skip', '--no-interactive', '--packageManager=npm', '--skipGit'];
    await ok('npx', '--yes', 'create-nx-workspace@23.2.1', 'plain', ...preset);
    const plain = inFolder('plain');
    const { version } = kit[0] as PackedTarball;
    await plain('npx', 'nx', 'add', `@vouch/nx@${version}`);
    await plain('npx', 'nx', 'g', '@vouch/nx:init', '--yes');
    writeLibrary('plain');
    await plain('npm', 'install', '--no-audit', '--no-fund');
    const { output } = await plain('npx', 'nx', 'unit', '@plain/sums');
    expect(output).toContain('1 passed');
    const before = readFileSync(join(folder, 'plain/nx.json'), 'utf8');
    expect((await plain('npx', 'nx', 'g', '@vouch/nx:init')).output).toContain('nothing to change');
    expect(readFileSync(join(folder, 'plain/nx.json'), 'utf8')).toBe(before);
  });
});

describe('a workspace of an older version', () => {
  test('is migrated by nx migrate', patient, async () => {
    const old = await oldWorkspace('migrated');
    await old('npx', 'nx', 'migrate', `@vouch/nx@${versionOf('@vouch/nx')}`, '--no-interactive');
    expect(existsSync(join(folder, 'migrated/migrations.json'))).toBe(true);
    await old('npm', 'install', '--no-audit', '--no-fund');
    await old('npx', 'nx', 'migrate', '--run-migrations', '--no-interactive');
    expect(readFileSync(join(folder, 'migrated/start.ts'), 'utf8')).toContain("'@vouch/testing/servers'");
  });

  test('is updated from a folder of tarballs, migrations included', patient, async () => {
    const old = await oldWorkspace('updated');
    await old('npx', 'vouch', 'update-kit', join(folder, 'packages'));
    expect(manifestOf('updated').devDependencies['@vouch/nx']).toMatch(/^file:tools\/kit\/vouch-nx-/);
    expect(readFileSync(join(folder, 'updated/start.ts'), 'utf8')).toContain("'@vouch/testing/servers'");
    expect(existsSync(join(folder, 'updated/migrations.json'))).toBe(false);
    await old('npx', 'vouch', 'update-kit', versionOf('@vouch/nx'));
    expect(manifestOf('updated').devDependencies['@vouch/nx']).toBe(versionOf('@vouch/nx'));
  });
});

/** Runs a program with the registry, and expects it to end well. */
async function ok(program: string, ...args: readonly string[]): Promise<Ended> {
  return succeed(folder, program, ...args);
}

function inFolder(name: string): (program: string, ...args: readonly string[]) => Promise<Ended> {
  return (...command) => succeed(join(folder, name), ...command);
}

async function succeed(cwd: string, program: string, ...args: readonly string[]): Promise<Ended> {
  const ended = await npm(cwd, program, ...args);
  // git grep ends with 1 where it finds nothing
  const expected = args[0] === 'grep' ? [0, 1] : [0];
  expect(expected, `${program} ${args.join(' ')}\n${ended.output}`).toContain(ended.code);
  return ended;
}

function npm(cwd: string, program: string, ...args: readonly string[]): Promise<Ended> {
  const own = { GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example.test' };
  const committer = { GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@example.test' };
  const env = {
    ...registry.environment,
    ...own,
    ...committer,
    TEST_DATABASE: 'embedded',
    NX_NO_CLOUD: 'true',
    // Nx looks up the provenance of its packages at npmjs.org
    NX_SKIP_PROVENANCE_CHECK: 'true',
  };
  return runInScratch(program, args, { cwd, env });
}

/** A workspace with the kit in an older version, and a program that imports by the names of that version. */
async function oldWorkspace(name: string): Promise<ReturnType<typeof inFolder>> {
  mkdirSync(join(folder, name));
  const packages = Object.fromEntries(kit.map((tarball) => [tarball.name, older]));
  write(name, 'package.json', {
    ...{ name, private: true, type: 'module' },
    devDependencies: { ...packages, nx: '23.2.1' },
  });
  write(name, 'nx.json', { plugins: ['@vouch/nx'], analytics: false, neverConnectToCloud: true });
  writeFileSync(
    join(folder, name, 'start.ts'),
    "import { startDevelopmentServer } from '@vouch/testing/database';\n",
  );
  const old = inFolder(name);
  await old('npm', 'install', '--no-audit', '--no-fund', '--ignore-scripts');
  return old;
}

/** A library of the workspace with one unit test. */
function writeLibrary(workspace: string): void {
  write(workspace, 'packages/sums/package.json', { name: '@plain/sums', version: '0.0.0', type: 'module' });
  const spec = "import { expect, test } from 'vitest';\ntest('adds', () => { expect(1 + 1).toBe(2); });\n";
  mkdirSync(join(folder, workspace, 'packages/sums/src'));
  writeFileSync(join(folder, workspace, 'packages/sums/src/sums.spec.ts'), spec);
}

function write(workspace: string, file: string, content: object): void {
  const path = join(folder, workspace, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`);
}

function filesOf(name: string): string[] {
  return globSync('**/*', {
    cwd: join(folder, name),
    withFileTypes: true,
    exclude: (entry) => ['node_modules', '.git', '.nx', '.vouch', 'dist'].includes(entry.name),
  })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
}

interface Manifest {
  readonly name: string;
  readonly devDependencies: Readonly<Record<string, string>>;
}

function manifestOf(name: string): Manifest {
  return JSON.parse(readFileSync(join(folder, name, 'package.json'), 'utf8')) as Manifest;
}

function versionOf(name: string): string {
  return kit.find((tarball) => tarball.name === name)?.version ?? '';
}
