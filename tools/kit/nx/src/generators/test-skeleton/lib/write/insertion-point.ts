import type { FoundSuite, FoundTest } from '../../../../promise-tests/found-test.ts';
import { withCallee } from '../render/with-callee.ts';
import { type Edit, indentRest } from '../../../../promise-tests/edit-text.ts';
import { renderCategories, renderSuites } from '../render/file/render-suites.ts';
import type { PlannedTest } from '../model/planned-test.ts';
import type { RenderedTest } from '../model/rendered-test.ts';

/** The place of a new test in a file. */
export interface Placement extends Edit {
  readonly file: string;
  /** True if the text contains a suite, so that the file needs `describe`. */
  readonly needsDescribe: boolean;
}

/** An existing test of a known promise. */
export interface Neighbour {
  readonly test: FoundTest;
  readonly planned: PlannedTest;
  readonly order: number;
}

/** The neighbour of a new test, and their common level. */
export interface InsertionPoint {
  readonly proximity: 'category' | 'member' | 'contract';
  readonly neighbour: Neighbour;
}

/**
 * Finds the nearest neighbour of a test: same member and category, else same member, else same contract. The
 * neighbour's current position counts, because people move tests. `undefined` if there is none.
 */
export function findInsertionPoint(
  planned: PlannedTest,
  order: number,
  neighbours: readonly Neighbour[],
): InsertionPoint | undefined {
  const ofContract = neighbours.filter((other) => other.planned.contract.name === planned.contract.name);
  const ofMember = ofContract.filter((other) => other.planned.suite === planned.suite);
  const ofCategory = ofMember.filter((other) => other.planned.category === planned.category);
  const circles = { category: ofCategory, member: ofMember, contract: ofContract } as const;
  return (['category', 'member', 'contract'] as const)
    .map((proximity) => ({ proximity, neighbour: nearest(circles[proximity], order) }))
    .find((point): point is InsertionPoint => point.neighbour !== undefined);
}

/** Places a test at its insertion point: beside a test of its category, or in a new suite. */
export function placeTest(
  test: RenderedTest,
  order: number,
  { proximity, neighbour }: InsertionPoint,
): Placement {
  const rendered = { ...test, text: withCallee(test.text, neighbour.test.callee) };
  if (proximity === 'category') return besideTest(neighbour, order, rendered.text);
  return proximity === 'member' ? inSuiteOf(neighbour, rendered) : afterSuiteOf(neighbour, rendered);
}

/** Returns the last one before, else the first one after. */
function nearest(neighbours: readonly Neighbour[], order: number): Neighbour | undefined {
  const sorted = neighbours.toSorted((a, b) => a.order - b.order);
  return sorted.findLast((other) => other.order < order) ?? sorted[0];
}

function besideTest({ test, order: its }: Neighbour, order: number, text: string): Placement {
  const block = indentRest(text, test.indent);
  const { file } = test;
  if (its < order)
    return { file, start: test.end, end: test.end, text: `\n\n${test.indent}${block}`, needsDescribe: false };
  return {
    file,
    start: test.start,
    end: test.start,
    text: `${block}\n\n${test.indent}`,
    needsDescribe: false,
  };
}

function inSuiteOf({ test, planned }: Neighbour, rendered: RenderedTest): Placement {
  const suite = suiteTitled(test, planned.suite);
  if (!suite) return after(test, test, rendered.text, false);
  const step = test.suites[test.suites.indexOf(suite) + 1]?.indent ?? test.indent;
  const block = indentRest(renderCategories([rendered]), step);
  return {
    file: test.file,
    start: suite.bodyEnd,
    end: suite.bodyEnd,
    text: `\n\n${step}${block}`,
    needsDescribe: true,
  };
}

function afterSuiteOf({ test, planned }: Neighbour, rendered: RenderedTest): Placement {
  return after(test, suiteTitled(test, planned.suite) ?? test, renderSuites([rendered]), true);
}

function after(
  test: FoundTest,
  place: FoundSuite | FoundTest,
  text: string,
  needsDescribe: boolean,
): Placement {
  const block = `\n\n${place.indent}${indentRest(text, place.indent)}`;
  return { file: test.file, start: place.end, end: place.end, text: block, needsDescribe };
}

function suiteTitled(test: FoundTest, title: string): FoundSuite | undefined {
  return test.suites.find((suite) => suite.title === title);
}
