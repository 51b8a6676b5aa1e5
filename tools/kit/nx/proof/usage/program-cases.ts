import type { Use } from '@vouch/testing/usage';

export interface ProgramCase {
  /** The body of a test file, with `HERE` on the responsible line. */
  readonly source: string;
  /** By path below `libs/demo/`; `by` is a line there, or HERE. */
  readonly files?: Readonly<Record<string, Use>>;
  readonly variables?: Readonly<Record<string, Use>>;
  readonly packages?: readonly string[];
}

const here: Use = { how: 'read by a program', by: 'HERE' };
const by = (line: string): Use => ({ how: 'read by a program', by: line });
const readsData = { 'scripts/reads.mjs': here, 'data/NAME.txt': by('scripts/reads.mjs:2') };

export const programCases: Readonly<Record<string, ProgramCase>> = {
  script: { source: inTest(`execFileSync(node, [script('reads.mjs'), 'NAME.txt']);`), files: readsData },
  'spawn-sync': { source: inTest(`spawnSync(node, [script('reads.mjs'), 'NAME.txt']);`), files: readsData },
  'exec-sync': {
    source: inTest(`execSync(\`"\${node}" \${script('reads.mjs')} NAME.txt\`);`),
    files: readsData,
  },
  spawn: { source: inTest(`await ended(spawn(node, [script('reads.mjs'), 'NAME.txt']));`), files: readsData },
  'exec-file': {
    source: inTest(`await promisify(execFile)(node, [script('reads.mjs'), 'NAME.txt']);`),
    files: readsData,
  },
  exec: {
    source: inTest(`await promisify(exec)(\`"\${node}" \${script('reads.mjs')} NAME.txt\`);`),
    files: readsData,
  },
  fork: { source: inTest(`await ended(fork(script('reads.mjs'), ['NAME.txt']));`), files: readsData },
  'through-shell': {
    source: inTest(`spawnSync('sh', ['-c', 'exec "$0" "$1" "$2"', node, script('reads.mjs'), 'NAME.txt']);`),
    files: readsData,
  },
  'own-environment': {
    source: inTest(`execFileSync(node, [script('reads.mjs'), 'NAME.txt'], { env: {} });`),
    files: readsData,
  },
  evaluated: {
    source: inTest(
      `execFileSync(node, ['-e', 'fs.readFileSync("libs/demo/data/" + process.argv[1])', 'NAME.txt']);`,
    ),
    files: { 'data/NAME.txt': here },
  },
  'evaluated-module': {
    source: inTest(
      `execFileSync(node, ['--input-type=module', '-e', 'import fs from "fs"; fs.statSync("libs/demo/data/" + process.argv[1])', 'NAME.txt']);`,
    ),
    files: { 'data/NAME.txt': { how: 'looked for', by: 'HERE' } },
  },
  typed: {
    source: inTest(`execFileSync(node, [script('typed.ts'), 'NAME.txt']);`),
    files: {
      'scripts/typed.ts': here,
      'scripts/path.ts': by('scripts/typed.ts'),
      'data/NAME.txt': by('scripts/typed.ts:4'),
    },
  },
  required: {
    source: inTest(`execFileSync(node, [script('required.cjs'), 'NAME.txt']);`),
    files: {
      'scripts/required.cjs': here,
      'scripts/inner.cjs': by('scripts/required.cjs'),
      'data/NAME.txt': by('scripts/inner.cjs:3'),
    },
  },
  nested: {
    source: inTest(`execFileSync(node, [script('starts.mjs'), script('reads.mjs'), 'NAME.txt']);`),
    files: { 'scripts/starts.mjs': here, ...readsData },
  },
  killed: {
    source: inTest(`expect(spawnSync(node, [script('killed.mjs'), 'NAME.txt']).signal).toBe('SIGKILL');`),
    files: { 'scripts/killed.mjs': here, 'data/NAME.txt': by('scripts/killed.mjs:2') },
  },
  looks: {
    source: inTest(`execFileSync(node, [script('looks.mjs')]);`),
    files: {
      'scripts/looks.mjs': here,
      'scripts/none': { how: 'looked for', by: 'scripts/looks.mjs:2' },
      'scripts/': { how: 'listed', by: 'scripts/looks.mjs:3' },
    },
  },
  thread: {
    source: inTest(`await ended(new Worker(script('thread.mjs'), { workerData: data }));`),
    files: { 'scripts/thread.mjs': here, 'data/NAME.txt': by('scripts/thread.mjs:3') },
    variables: { UNSET_VARIABLE: by('scripts/thread.mjs:4') },
  },
  'thread-of-text': {
    source: inTest(
      `await ended(new Worker('require("fs").readFileSync(require("worker_threads").workerData)', { eval: true, workerData: data, env: SHARE_ENV }));`,
    ),
    files: { 'data/NAME.txt': here },
  },
  variables: {
    source: inTest(`execFileSync(node, [script('variables.mjs')]);`),
    files: { 'scripts/variables.mjs': here },
    variables: { SET_VARIABLE: by('scripts/variables.mjs:1'), UNSET_VARIABLE: by('scripts/variables.mjs:2') },
  },
  'variables-copied': {
    source: inTest(
      `execFileSync(node, [script('variables.mjs')], { env: { ...process.env, SET_VARIABLE: 'own' } });`,
    ),
    files: { 'scripts/variables.mjs': here },
    variables: { UNSET_VARIABLE: by('scripts/variables.mjs:2') },
  },
  'variables-stubbed': {
    source: inTest(
      `vi.stubEnv('SET_VARIABLE', 'own'); execFileSync(node, [script('variables.mjs')]); vi.unstubAllEnvs();`,
    ),
    files: { 'scripts/variables.mjs': here },
    variables: { UNSET_VARIABLE: by('scripts/variables.mjs:2') },
  },
  'variables-of-nothing': {
    source: inTest(`execFileSync(node, [script('variables.mjs')], { env: { SET_VARIABLE: 'own' } });`),
    files: { 'scripts/variables.mjs': here },
  },
  'variables-nested': {
    source: inTest(
      `execFileSync(node, [script('starts.mjs'), script('variables.mjs')], { env: { ...process.env, UNSET_VARIABLE: 'own' } });`,
    ),
    files: { 'scripts/starts.mjs': here, 'scripts/variables.mjs': here },
    variables: { SET_VARIABLE: by('scripts/variables.mjs:1') },
  },
  'written-by-program': {
    source: inTest(
      `execFileSync(node, [script('writes.mjs'), 'made']); readFileSync(library + '/data/made');`,
    ),
    files: { 'scripts/writes.mjs': here },
  },
  'variables-removed-nested': {
    source: inTest(
      `execFileSync(node, [script('starts.mjs'), script('variables.mjs')], { env: { ...process.env, SET_VARIABLE: undefined } });`,
    ),
    files: { 'scripts/starts.mjs': here, 'scripts/variables.mjs': here },
    variables: { UNSET_VARIABLE: by('scripts/variables.mjs:2') },
  },
  'overwritten-by-program': {
    source: inTest(`execFileSync(node, [script('writes.mjs'), 'NAME.txt']); readFileSync(data);`),
    files: { 'scripts/writes.mjs': here },
  },
  'overwritten-for-program': {
    source: inTest(`writeFileSync(data, ''); execFileSync(node, [script('reads.mjs'), 'NAME.txt']);`),
    files: { 'scripts/reads.mjs': here },
  },
  'written-by-another-program': {
    source: inTest(
      `execFileSync('touch', [library + '/data/touched']); readFileSync(library + '/data/touched');`,
    ),
  },
  'written-for-program': {
    source: inTest(
      `writeFileSync(library + '/data/handed', ''); execFileSync(node, [script('reads.mjs'), 'handed']);`,
    ),
    files: { 'scripts/reads.mjs': here },
  },
  'written-among-programs': {
    source: inTest(
      `for (const name of ['writes.mjs', 'reads.mjs']) execFileSync(node, [script(name), 'shared']);`,
    ),
    files: { 'scripts/writes.mjs': here, 'scripts/reads.mjs': here },
  },
  many: {
    source: inTest(`execFileSync(node, [script('many.mjs')]);`),
    files: { 'scripts/many.mjs': here, '**': { how: 'looked for', by: 'scripts/many.mjs:2' } },
  },
  'given-to-program': { source: inTest(`execFileSync('cat', [data]);`), files: { 'data/NAME.txt': here } },
  'given-as-option': {
    source: inTest(`spawnSync('true', ['--file=' + data]);`),
    files: { 'data/NAME.txt': here },
  },
  'given-to-shell': {
    source: inTest(`execSync('cat data/NAME.txt', { cwd: library });`),
    files: { 'data/NAME.txt': here },
  },
  'program-of-workspace': {
    source: inTest(`spawnSync(script('script.sh'));`),
    files: { 'scripts/script.sh': here },
  },
  git: { source: inTest(`spawnSync('git', ['ls-files'], { cwd: library });`), files: { '**': here } },
  'late-1': {
    source: `test('uses', { timeout: 20_000, tags: ['real-time', 'leaky'] }, async () => {\n  const start = process.env.TMPDIR + '/start';\n  spawn(node, [script('late.mjs'), start, 'NAME.txt'], { detached: true, stdio: 'ignore' }).unref(); // HERE\n  await vi.waitUntil(() => existsSync(start + '.ready'), 10_000);\n});`,
    files: { 'scripts/late.mjs': here },
  },
  'late-2': {
    source: `test('uses', { timeout: 20_000, tags: ['real-time', 'leaky'] }, async () => {\n  const start = process.env.TMPDIR + '/start';\n  writeFileSync(start, '');\n  await vi.waitUntil(() => existsSync(start + '.done'), 10_000);\n});`,
  },
  nothing: { source: inTest(`execFileSync('true'); execFileSync(node, ['-e', '0']);`) },
};

function inTest(statement: string): string {
  return `test('uses', { timeout: 20_000 }, async () => {\n  ${statement} // HERE\n});`;
}
