import type { BoardPromise } from '../board.ts';

/** Returns the command or the step that improves the state of a promise. */
export function fixOf({ id, state, place, tests }: BoardPromise): string {
  const component = (place?.file ?? tests[0]?.place.file ?? '').split('/')[1] ?? '';
  const test = tests[0]?.place;
  const at = test ? `${test.file}:${test.line}` : '';
  switch (state) {
    case 'failing':
      return `npx nx test ${component}-test`;
    case 'missing':
      return `npx nx g test-skeleton ${component}`;
    case 'orphaned':
      return `delete ${at}, or name the promise that it tests`;
    case 'stale':
      return `change ${at}, then: npm run board -- --accept='${id}'`;
    case 'unproven':
      return `assert in ${at} what the promise says, then: npm run prove -- ${component}`;
    case 'pending':
      return test ? `write ${at}, or run it: npm test` : 'npm test';
    case 'unplanned':
      return 'state it under @returns, @throws or @remarks';
    case 'waived':
    case 'tested':
    case 'proven':
      return '';
  }
}
