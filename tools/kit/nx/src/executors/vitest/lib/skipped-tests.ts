import { styleText } from 'node:util';
// declares `skipReason`
import type {} from '@vouch/testing';
import type { TestCase } from 'vitest/node';
import { outcomeOf } from './module-report.ts';
import type { VitestArguments } from './parse-arguments.ts';

export interface SkippedTest {
  readonly name: string;
  readonly reason: string | undefined;
}

/** Returns the tests that their source skips, not those that arguments or missing capabilities leave out. */
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
  return (result.state === 'skipped' ? result.note : undefined) ?? test.meta().skipReason;
}
