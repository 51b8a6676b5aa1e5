import type { BoardPromise, PromiseState } from '../../board.ts';

export interface NextStep {
  readonly advice: string;
  readonly command?: string;
}

export const advice: Readonly<Record<PromiseState, string>> = {
  failing: 'A test of it failed in its last run. Fix the code or the test.',
  missing: 'No test names it. Generate a pending test for it.',
  orphaned: 'A test names it, but no contract states it. Remove the test, or correct the id that it names.',
  stale: 'It has changed since its test was accepted. Adapt the test, then accept it.',
  unproven: 'Its tests pass, but they notice no change of the implementation. Add an assertion that does.',
  pending: 'Its tests are planned, or did not run yet. Fill them in and run them.',
  unplanned:
    'The documentation states it, but not as a promise. List it in @remarks, then generate its test.',
  waived: 'The contract marks it @untested. Remove the mark to have it tested.',
  tested: 'Its tests passed in their last run.',
  proven: 'Its tests pass, and they fail when the implementation is changed.',
};

/** Returns the advice for a promise's state, and the command that helps. */
export function nextStep({ id, state }: BoardPromise, component: string): NextStep {
  const command = commandFor(state, id, component);
  return { advice: advice[state], ...(command !== undefined && { command }) };
}

function commandFor(state: PromiseState, id: string, component: string): string | undefined {
  if (state === 'failing' || state === 'pending' || state === 'unproven') return 'npm test';
  if (state === 'stale') return `npm run board -- --accept ${quoted(id)}`;
  if (state === 'missing' || state === 'unplanned') return `npx nx g test-skeleton ${quoted(component)}`;
  return undefined;
}

/** Quotes an argument that a shell would change. */
function quoted(argument: string): string {
  return /^[\w.:/#-]+$/.test(argument) && !argument.startsWith('#')
    ? argument
    : `'${argument.replaceAll("'", String.raw`'\''`)}'`;
}
