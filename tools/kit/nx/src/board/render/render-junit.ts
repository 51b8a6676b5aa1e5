import type { Board, BoardPromise } from '../board.ts';
import { refusedStates } from '../gate.ts';
import { fixOf } from './fix-of.ts';

/** Renders the board as JUnit XML: a suite for each component, a case for each promise. */
export function renderJunit({ components }: Board): string {
  const suites = components.map(({ name, promises }) => {
    const cases = promises.map(renderCase);
    const failures = promises.filter(isFailure).length;
    const skipped = promises.filter(isSkipped).length;
    return [
      `  <testsuite name="${escaped(name)}" tests="${promises.length}" failures="${failures}" skipped="${skipped}">`,
      ...cases,
      '  </testsuite>',
    ].join('\n');
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="promises">',
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function renderCase(promise: BoardPromise): string {
  const { id, member, state, text, place } = promise;
  const file = place ? ` file="${escaped(place.file)}" line="${place.line}"` : '';
  const head = `    <testcase classname="${escaped(member)}" name="${escaped(id)}"${file}`;
  const message = `message="${escaped(`${state}: ${text}`)}"`;
  if (isFailure(promise))
    return `${head}><failure ${message}>${escaped(fixOf(promise))}</failure></testcase>`;
  return isSkipped(promise) ? `${head}><skipped ${message}/></testcase>` : `${head}/>`;
}

function isFailure({ state }: BoardPromise): boolean {
  return refusedStates.includes(state);
}

function isSkipped({ state }: BoardPromise): boolean {
  return ['pending', 'unplanned', 'waived'].includes(state);
}

/** Escapes text for an attribute, and drops what XML cannot hold. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"'\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
