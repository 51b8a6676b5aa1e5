import { relative } from 'node:path';
import { styleText } from 'node:util';
import type { LiftedGuards } from '@vouch/testing/guards';
import type { SerializedError, TestCase, TestModule, TestSuite, Vitest } from 'vitest/node';
import { explainUndeclared } from './explain-undeclared.ts';
import { countTests, hasFailed, type ModuleReport, outcomeOf, testsOf } from './module-report.ts';
import { renderCounts } from './render-counts.ts';
import type { RunSettings } from './run-settings.ts';
import { renderSkipped, skippedTests } from './skipped-tests.ts';
import type { EndedTask } from './task-ledger.ts';
import type { Verdict } from './task-verdict.ts';

type Faulty = TestCase | TestSuite | TestModule;

/** Renders one task: its files, their console output, and each failure as Vitest prints it. */
export function renderTask(
  { task, reports }: EndedTask,
  { outcome, undeclared }: Verdict,
  vitest: Vitest,
  { typed, ci }: Pick<RunSettings, 'typed' | 'ci'>,
): string {
  const ordered = reports.toSorted((one, other) => one.file.localeCompare(other.file));
  const tests = testsOf(ordered);
  const counts = renderCounts(countTests(tests));
  return [
    ...ordered.map((report) => renderFile(report, vitest)),
    ...skippedTests(tests, typed).map(renderSkipped),
    ...ordered.flatMap((report) => renderFailures(report, vitest)),
    ...explainUndeclared(undeclared, task, ci),
    `   Tests  ${outcome === 'nothing ran' ? styleText('red', `nothing ran: ${counts}`) : counts}`,
    '',
  ].join('\n');
}

function renderFile(report: ModuleReport, vitest: Vitest): string {
  const counts = countTests(testsOf([report]));
  const mark = markOf(report, counts.passed > 0);
  const time = Math.round(report.module?.diagnostic().duration ?? 0);
  const head = ` ${mark} ${relative(vitest.config.root, report.file)}  ${renderCounts(counts)} ${styleText('dim', `${time} ms`)}`;
  const failed = testsOf([report]).filter((test) => outcomeOf(test) === 'failed');
  const lines = failed.map((test) => `   ${styleText('red', '×')} ${test.fullName}`);
  const remarks = testsOf([report]).flatMap((test) => [...renderLifted(test), ...renderRetried(test)]);
  const printed = report.logs.map(
    ({ content, type }) => `${styleText('dim', `   ${type} | `)}${content.trimEnd()}`,
  );
  return [head, ...lines, ...remarks, ...printed].join('\n');
}

/** Lists guards that a test lifted, even if it passed, so that a lifted guard never goes unnoticed. */
function renderLifted(test: TestCase): string[] {
  const by: LiftedGuards | undefined = test.meta().liftedGuards;
  return by ? [styleText('dim', `   ! lifted ${by.join(', ')} guards: ${test.fullName}`)] : [];
}

/** Reports a test that passed only on a retry. */
function renderRetried(test: TestCase): string[] {
  const { flaky = false } = test.diagnostic() ?? {};
  return flaky ? [styleText('yellow', `   ! passed only on a retry: ${test.fullName}`)] : [];
}

function markOf(report: ModuleReport, ran: boolean): string {
  if (hasFailed(report)) return styleText('red', '❯');
  return ran ? styleText('green', '✓') : styleText('dim', '↓');
}

function renderFailures(report: ModuleReport, vitest: Vitest): string[] {
  const own = report.errors.map((error) =>
    renderError(relative(vitest.config.root, report.file), error, vitest),
  );
  if (report.module === undefined) return own;
  const faulty: Faulty[] = [report.module, ...report.module.children.allSuites(), ...testsOf([report])];
  const ofTests = faulty.flatMap((entity) =>
    errorsOf(entity).map((error) => renderError(titleOf(entity), error, vitest, entity)),
  );
  return [...ofTests, ...own];
}

function renderError(title: string, error: SerializedError, vitest: Vitest, entity?: Faulty): string {
  const project = entity?.project ?? vitest.getRootProject();
  const { output } = vitest.logger.formatError(error, { project, showCodeFrame: true });
  return `\n${styleText(['bgRed', 'bold'], ' FAIL ')} ${title}\n${output}`;
}

function errorsOf(entity: Faulty): readonly SerializedError[] {
  if (entity.type !== 'test') return entity.errors();
  const { state, errors = [] } = entity.result();
  return state === 'failed' ? errors : [];
}

function titleOf(entity: Faulty): string {
  if (entity.type === 'module') return entity.relativeModuleId;
  return `${entity.module.relativeModuleId} > ${entity.fullName}`;
}
