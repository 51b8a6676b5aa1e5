import { styleText } from 'node:util';
// declares `skipReason`
import type {} from '@vouch/testing';
import type { TestCase, TestModule, TestSuite } from 'vitest/node';
import { outcomeOf } from './module-report.ts';
import type { VitestArguments } from './parse-arguments.ts';

export interface SkippedTest {
  readonly name: string;
  readonly reason: string | undefined;
}

/**
 * Returns the tests that their source skips or whose hooks failed, not those that arguments or missing capabilities
 * leave out.
 */
export function skippedTests(
  tests: readonly TestCase[],
  { byName }: Pick<VitestArguments, 'byName'>,
): SkippedTest[] {
  if (byName) return [];
  return tests
    .filter((test) => outcomeOf(test) === 'skipped' && test.meta().missing === undefined)
    .map((test) => ({ name: test.fullName, reason: reasonOf(test) }));
}

export function renderSkipped({ name, reason }: SkippedTest): string {
  if (reason !== undefined) return styleText('dim', `   ↓ ${name}: ${reason}`);
  return styleText(
    'yellow',
    `   ↓ ${name}: skipped without a reason, or because of a test.only. ${giveReason}`,
  );
}

const giveReason = "State one: test.skip('…', { meta: { skipReason: '…' } }, …)";

function reasonOf(test: TestCase): string | undefined {
  const result = test.result();
  const note = result.state === 'skipped' ? result.note : undefined;
  return note ?? test.meta().skipReason ?? failedHook(test);
}

/** Names the suite whose `beforeAll` failed. Vitest marks its tests as skipped, although their source does not skip them. */
function failedHook({ options, parent }: TestCase): string | undefined {
  const suite = options.mode === 'run' ? withFailedHook(parent) : undefined;
  if (suite === undefined) return undefined;
  const name = suite.type === 'module' ? suite.relativeModuleId : suite.fullName;
  return `did not run, because a beforeAll hook of "${name}" failed`;
}

function withFailedHook(suite: TestSuite | TestModule): TestSuite | TestModule | undefined {
  if (suite.errors().length > 0) return suite;
  return suite.type === 'module' ? undefined : withFailedHook(suite.parent);
}
