import type { Planned } from '../read/select-promises.ts';
import { arbitraryOf } from './arbitrary-of.ts';
import { withDraftMark } from './draft-mark.ts';
import { givenWhenThen } from './given-when-then.ts';
import { quote } from './quote.ts';
import { renderExample } from './render-example.ts';
import { titleOf } from './title-of.ts';

/** What tests may use in the library that they stand in. */
export interface TestContext {
  /** Fixtures by name. */
  readonly fixtures: readonly string[];
  /** The name of the subject's fixture, where there is one. */
  readonly subject: string | undefined;
}

/** The test of a promise, with its comment, at no indentation: pending, or for an example one that runs. */
export function renderTest(planned: Planned, context: TestContext): string {
  const { id, revision, kind } = planned.promise;
  const body = kind === 'example' ? renderExample(planned.promise.text, context) : undefined;
  const opening = `test${body === undefined ? '.todo' : ''}(${quote(titleOf(planned))}, { meta: { promise: ${quote(id)}, revision: ${quote(revision)} } }`;
  const call = body === undefined ? `${opening});` : `${opening}, ${body});`;
  return withDraftMark(`${commentOf(planned, context)}\n${call}`);
}

/** Of an invariant or law: the arbitraries that its property runs over. */
function propertyOf({ promise, member }: Planned): string[] {
  if (promise.kind !== 'invariant' && promise.kind !== 'law') return [];
  const parameters = member?.signatures[promise.signature ?? 0]?.parameters ?? [];
  const arbitraries = parameters.map(
    ({ name, type, bounds }) => `${name}: ${arbitraryOf(type.shape, bounds)}`,
  );
  return arbitraries.length === 0
    ? []
    : ['A property, to be run with fast-check over:', ...arbitraries.map((each) => `- ${each}`)];
}

function commentOf(planned: Planned, { subject }: TestContext): string {
  const lines = [
    ...givenWhenThen(planned),
    '',
    ...(planned.promise.kind === 'derived'
      ? ['Derived from types and bounds: the contract does not speak of it.']
      : []),
    ...propertyOf(planned),
    subject === undefined ? `Fixtures: none yet` : `Fixtures: \`${subject}\``,
  ];
  const safe = lines.map((line) => line.replaceAll('*/', '*∕'));
  return ['/**', ...safe.map((line) => ` * ${line}`.trimEnd()), ' */'].join('\n');
}
