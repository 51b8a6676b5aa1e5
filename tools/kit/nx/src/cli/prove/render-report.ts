import { styleText } from 'node:util';
import type { MutantReport, MutationReport, PromiseProof } from '../../mutation/index.ts';
import { countStates, withoutPromise } from '../../mutation/index.ts';

/** Returns the lines of a report: scores, unproven promises, and behaviour that no promise covers. */
export function renderReport({ component, mutants, promises }: MutationReport): string[] {
  return [
    '',
    ...renderScores(promises),
    ...renderUnproven(promises),
    ...renderMutants('survive: no test notices them', mutants.filter(isSurvivor)),
    ...renderMutants('are noticed only by tests that name no promise', withoutPromise(mutants)),
    '',
    renderTotal(component, mutants),
  ];
}

/** One line per contract: how many of its promises are proven. */
function renderScores(promises: readonly PromiseProof[]): string[] {
  const contracts = Map.groupBy(promises, ({ id }) => /^\w+/.exec(id)?.[0] ?? id);
  const width = Math.max(0, ...[...contracts.keys()].map(({ length }) => length));
  return [...contracts].map(([contract, own]) => {
    const proven = own.filter(({ state }) => state === 'proven').length;
    const mark = proven === own.length ? styleText('green', '✓') : styleText('yellow', '!');
    return ` ${mark} ${contract.padEnd(width)}  ${proven} of ${own.length} promises proven`;
  });
}

function renderUnproven(promises: readonly PromiseProof[]): string[] {
  const unproven = promises.filter(({ state }) => state === 'unproven');
  if (unproven.length === 0) return [];
  return [
    '',
    ` ${styleText('yellow', `${unproven.length} unproven`)}: their tests notice no change of the code`,
    ...unproven.map(({ id, killed, survived }) => `   ${id}  ${reasonOf(killed + survived)}`),
  ];
}

function reasonOf(mutants: number): string {
  return mutants === 0 ? 'executes no mutant' : `executes ${mutants} mutants`;
}

function renderMutants(what: string, mutants: readonly MutantReport[]): string[] {
  if (mutants.length === 0) return [];
  const lines = mutants.map(({ file, line, column, change }) => `   ${file}:${line}:${column}  ${change}`);
  return ['', ` ${styleText('yellow', `${mutants.length} mutants`)} ${what}`, ...lines];
}

function renderTotal(component: string, mutants: readonly MutantReport[]): string {
  const counts = countStates(mutants);
  const parts = [
    `${counts.killed + counts.timeout} noticed`,
    `${counts.survived} survived`,
    `${counts['not covered']} not covered`,
    ...(counts.static > 0 ? [`${counts.static} not tried, because only loading a module executes them`] : []),
  ];
  return ` ${component}: ${mutants.length} mutants: ${parts.join(', ')}`;
}

function isSurvivor({ state }: MutantReport): boolean {
  return state === 'survived';
}
