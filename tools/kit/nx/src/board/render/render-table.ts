import { styleText } from 'node:util';
import { type Board, type BoardPromise, type PromiseState, promiseStates } from '../board.ts';
import { refusedStates } from '../gate.ts';
import { promisesOf, totalsOf } from '../totals.ts';
import { fixOf } from './fix-of.ts';

type Format = Parameters<typeof styleText>[0];

const colours: Readonly<Record<PromiseState, Format>> = {
  failing: 'red',
  missing: 'red',
  orphaned: 'yellow',
  stale: 'yellow',
  unproven: 'yellow',
  pending: 'blue',
  unplanned: 'dim',
  waived: 'dim',
  tested: 'green',
  proven: ['green', 'bold'],
};

/** Renders a row for each contract, each promise that needs attention, and the totals. */
export function renderTable(board: Board): string {
  const promises = promisesOf(board);
  const rows = board.components.flatMap(({ name, promises: own }) => [
    { name, promises: own, isComponent: true },
    ...[...Map.groupBy(own, ({ contract }) => contract)].map(([contract, stated]) => ({
      ...{ name: `  ${contract}`, promises: stated, isComponent: false },
    })),
  ]);
  const width = Math.max(...rows.map(({ name }) => name.length), 8);
  const lines = rows.map(
    ({ name, promises: own, isComponent }) =>
      `${isComponent ? styleText('bold', name.padEnd(width)) : name.padEnd(width)}  ${bar(own)} ${countsOf(own)}`,
  );
  const attention = promises.filter(({ state }) => refusedStates.includes(state)).flatMap(renderUrgent);
  return ['', ...lines, '', ...attention, `${promises.length} promises: ${countsOf(promises)}`].join('\n');
}

const cells = 20;

/** A bar of the states, in which each state that occurs has at least one cell. */
function bar(promises: readonly BoardPromise[]): string {
  const totals = totalsOf(promises);
  const parts = promiseStates
    .toReversed()
    .filter((state) => totals[state] > 0)
    .map((state) => ({ state, share: Math.max(1, Math.round((totals[state] / promises.length) * cells)) }));
  const length = parts.reduce((sum, { share }) => sum + share, 0);
  const text = parts.map(({ state, share }) => styleText(colours[state], '█'.repeat(share)));
  return `${text.join('')}${' '.repeat(Math.max(0, cells + 3 - length))}`;
}

function countsOf(promises: readonly BoardPromise[]): string {
  const totals = totalsOf(promises);
  return promiseStates
    .toReversed()
    .filter((state) => totals[state] > 0)
    .map((state) => styleText(colours[state], `${totals[state]} ${state}`))
    .join(', ');
}

function renderUrgent(promise: BoardPromise): string[] {
  const { id, state, text, place, before } = promise;
  const where = place ? `${place.file}:${place.line}` : (promise.tests[0]?.place.file ?? '');
  const words = before ? [`before: ${before.text}`, `now:    ${text}`] : text === id ? [] : [text];
  return [
    `${styleText(colours[state], state.padEnd(9))} ${styleText('bold', id)}  ${styleText('dim', where)}`,
    ...[...words, fixOf(promise)].map((line) => `          ${line}`),
    '',
  ];
}
