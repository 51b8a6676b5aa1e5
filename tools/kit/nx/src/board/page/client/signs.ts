import type { Outcome } from '../../../results/task-results.ts';
import type { PromiseState } from '../../board.ts';
import { create } from './create-element.ts';

/** So that colour is not the only sign of a state. */
const stateSigns: Readonly<Record<PromiseState, string>> = {
  failing: '✕',
  missing: '○',
  orphaned: '?',
  stale: '≠',
  unproven: '!',
  pending: '…',
  unplanned: '+',
  waived: '–',
  tested: '✓',
  proven: '★',
};

const testSigns: Readonly<Record<Outcome, string>> = {
  passed: '✓',
  failed: '✕',
  pending: '…',
  skipped: '–',
};

/** A small square with the colour and the sign of a state, beside the state's name or with a title. */
export function stateCell(state: PromiseState): HTMLElement {
  return create('span', { class: `cell ${state}`, 'aria-hidden': 'true' }, stateSigns[state]);
}

export function testMark(state: Outcome, label: string): HTMLElement {
  return create(
    'span',
    { class: `test ${state}`, role: 'img', 'aria-label': label, title: label },
    testSigns[state],
  );
}
