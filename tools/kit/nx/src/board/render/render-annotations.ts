import type { BoardPromise } from '../board.ts';
import { refusedStates } from '../gate.ts';
import { fixOf } from './fix-of.ts';

/** Renders a GitHub annotation for each promise that the gate refuses, at the contract's line. */
export function renderAnnotations(promises: readonly BoardPromise[]): string {
  return promises
    .filter(({ state }) => refusedStates.includes(state))
    .map((promise) => {
      const place = promise.place ?? promise.tests[0]?.place ?? { file: '', line: 1 };
      const head = `::error file=${property(place.file)},line=${place.line},title=${property(`${promise.state}: ${promise.id}`)}`;
      return `${head}::${data(`${promise.text}\n${fixOf(promise)}`)}\n`;
    })
    .join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
