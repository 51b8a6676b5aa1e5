import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TaskMeta } from 'vitest';

const here = fileURLToPath(new URL('.', import.meta.url));
const nodeModules = join(here, '../../../../node_modules');

/** The result of one scratch file, with its messages. */
export interface ScratchResult {
  readonly status: 'passed' | 'failed';
  /** The messages of failures outside of tests. */
  readonly message: string;
  /** The messages of the failed tests, by name. Passed tests have none. */
  readonly tests: Readonly<Record<string, string>>;
  /** The lifted guards, by the names of the tests. */
  readonly lifted: Readonly<Record<string, readonly string[]>>;
}

interface Report {
  readonly testResults: {
    readonly name: string;
    readonly status: 'passed' | 'failed';
    readonly message: string;
    readonly assertionResults: {
      readonly title: string;
      readonly failureMessages?: string[];
      readonly meta: TaskMeta;
    }[];
  }[];
}

/**
 * Runs test files with Vitest in a separate process, guarded, in one worker that shares packages and evaluates
 * modules for each file, in the order of their names.
 */
export async function runScratch(
  files: Readonly<Record<string, string>>,
  level = 'unit',
): Promise<{ results: Readonly<Record<string, ScratchResult>>; output: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'vouch-guards-'));
  try {
    await writeScratch(folder, { 'runner.mjs': runner, ...files, 'vitest.config.mjs': configOf(level) });
    const output = await runVitest(folder);
    const report = JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')) as Report;
    return { results: resultsOf(report, folder), output };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeScratch(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  await symlink(nodeModules, join(folder, 'node_modules'));
  for (const [name, source] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), source);
  }
}

const runner = `export { RecordingRunner as default } from ${JSON.stringify(join(here, '../src/usage/worker/index.ts'))};`;

function configOf(level: string): string {
  return `
    import { coverageSettings } from '@vouch/coverage';
    class ByName {
      shard(files) { return files; }
      sort(files) { return files.toSorted((a, b) => a.moduleId.localeCompare(b.moduleId)); }
    }
    export default { oxc: { target: 'esnext' }, test: {
      name: ${JSON.stringify(level)},
      include: ['**/*.spec.ts'], pool: 'forks', isolate: false, maxWorkers: 1, testTimeout: ${level === 'unit' ? 2_000 : 20_000},
      runner: './runner.mjs', setupFiles: [${JSON.stringify(join(here, '../src/guards/setup.ts'))}],
      tags: ['leaky', 'network', 'real-time'].map((name) => ({ name })),
      sequence: { sequencer: ByName },
      coverage: coverageSettings() ?? {},
      reporters: ['default', ['json', { outputFile: 'report.json' }]],
    } };`;
}

async function runVitest(folder: string): Promise<string> {
  const vitest = join(nodeModules, 'vitest/vitest.mjs');
  return new Promise((resolve) => {
    const env = { ...process.env, CI: 'true', FORCE_COLOR: '0' };
    execFile(process.execPath, [vitest, 'run'], { cwd: folder, env }, (_error, stdout, stderr) => {
      resolve(stdout + stderr);
    });
  });
}

function resultsOf(report: Report, folder: string): Record<string, ScratchResult> {
  const entries = report.testResults.map(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter(({ failureMessages }) => failureMessages?.length);
    const tests = Object.fromEntries(
      failed.map((test) => [test.title, test.failureMessages?.join('\n') ?? '']),
    );
    const lifted = assertionResults.flatMap(({ title, meta }) =>
      meta.liftedGuards ? [[title, meta.liftedGuards] as const] : [],
    );
    return [
      name.slice(folder.length + 1),
      { status, message, tests, lifted: Object.fromEntries(lifted) },
    ] as const;
  });
  return Object.fromEntries(entries);
}
