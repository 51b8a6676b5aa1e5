import type { BoardPromise } from '../board.ts';
import { promiseStates } from '../board.ts';
import type { Change } from '../touched.ts';
import { totalsOf } from '../totals.ts';
import { fixOf } from './fix-of.ts';

/** Renders promises as a table for a pull request. With a change, only those that it moved. */
export function renderMarkdown(promises: readonly BoardPromise[], change?: Change): string {
  const totals = totalsOf(promises);
  const counts = promiseStates
    .filter((state) => totals[state] > 0)
    .map((state) => `${totals[state]} ${state}`);
  const touches = new Map(change?.touched.map(({ promise, touches: ways }) => [promise.id, ways.join(', ')]));
  const rows = promises.map((promise) => row(promise, touches.get(promise.id)));
  const withdrawn = change?.withdrawn.map(
    ({ id, text }) => `| withdrawn | \`${id}\` | ~~${cell(text)}~~ | contract |  |`,
  );
  const lines = [...rows, ...(withdrawn ?? [])];
  const subject = change ? 'This change touches' : 'The contracts state';
  return [
    `### Promises`,
    '',
    lines.length === 0
      ? `${subject} no promise.`
      : `${subject} ${plural(promises.length)}: ${counts.join(', ')}.`,
    ...(lines.length === 0
      ? []
      : ['', '| state | promise | words | touched by | next |', '|---|---|---|---|---|', ...lines]),
    '',
  ].join('\n');
}

function plural(count: number): string {
  return `${count} ${count === 1 ? 'promise' : 'promises'}`;
}

function row(promise: BoardPromise, touched = ''): string {
  const words = promise.before
    ? `before: ${cell(promise.before.text)}<br>now: ${cell(promise.text)}`
    : cell(promise.text);
  return `| ${promise.state} | \`${promise.id}\` | ${words} | ${touched} | ${cell(fixOf(promise))} |`;
}

/** Escapes text for a cell of a table. */
function cell(text: string): string {
  return text.replace(/[|<>&\\`*_~[\]]/g, (sign) => `\\${sign}`).replace(/\s+/g, ' ');
}
