import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '../../../../..');

/** The outcome of each test by file and name. */
export type Outcomes = ReadonlyMap<string, string>;

interface AssertionResult {
  readonly fullName: string;
  readonly status: string;
  readonly failureMessages?: readonly string[];
}

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly AssertionResult[];
  }[];
}

/**
 * Runs the unit and integration tests below a path in the order of a seed. A file that fails outside its tests
 * counts as a test.
 */
export async function runShuffled(path: string, seed: number): Promise<Outcomes> {
  const folder = await mkdtemp(join(tmpdir(), 'vouch-bench-flips-'));
  const file = join(folder, 'report.json');
  try {
    const order = [`--sequence.seed=${seed}`, '--project=unit*', '--project=integration*'];
    const args = ['run', path, ...order, '--reporter=json', `--outputFile=${file}`];
    const vitest = join(root, 'node_modules/vitest/vitest.mjs');
    const child = spawn(process.execPath, [vitest, ...args], { cwd: root, stdio: 'ignore' });
    await once(child, 'close');
    const report = JSON.parse(await readFile(file, 'utf8')) as Report;
    for (const message of messagesOf(report)) console.log(message);
    return outcomesOf(report);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function outcomesOf({ testResults }: Report): Outcomes {
  return new Map(
    testResults.flatMap(({ name, status, message, assertionResults }) => {
      const spec = relative(root, name);
      const tests = assertionResults.map((test) => [`${spec} > ${test.fullName}`, test.status] as const);
      return [...tests, [spec, status === 'failed' && message !== '' ? 'failed' : 'passed'] as const];
    }),
  );
}

function messagesOf({ testResults }: Report): string[] {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    const messages = [message, ...failed.flatMap(({ failureMessages = [] }) => failureMessages)];
    return messages.filter(Boolean).map((text) => `${relative(root, name)}: ${text}`);
  });
}
