import type { BoardPromise } from '../board.ts';
import { bumpOf, type ChangedPromise, type Difference } from '../release.ts';
import type { StatedPromise } from '../stated-promises.ts';

const headings: Readonly<Record<Difference, string>> = {
  withdrawn: 'Withdrawn',
  weakened: 'Weakened: errors to handle',
  changed: 'Changed',
  strengthened: 'Strengthened: errors that are not thrown any more',
  added: 'Added',
};

/** Renders the promises that changed since a release as a part of a changelog, each with the tests that hold it. */
export function renderRelease(changes: readonly ChangedPromise[], release: string): string {
  if (changes.length === 0) return `No promise has changed since ${release}: a patch release.\n`;
  const sections = (Object.keys(headings) as Difference[]).flatMap((difference) => {
    const own = changes.filter((change) => change.difference === difference);
    return own.length === 0 ? [] : [`### ${headings[difference]}`, '', ...own.flatMap(lines), ''];
  });
  return [`Promises changed since ${release}: a ${bumpOf(changes)} release.`, '', ...sections].join('\n');
}

function lines({ promise, before }: ChangedPromise): string[] {
  return [
    `- \`${promise.id}\`: ${promise.text}`,
    ...(before === undefined ? [] : [`  - before: ${before}`]),
    ...testsOf(promise).map(({ place, title }) => `  - ${title} (${place.file}:${place.line})`),
  ];
}

function testsOf(promise: BoardPromise | StatedPromise): BoardPromise['tests'] {
  return 'tests' in promise ? promise.tests : [];
}
