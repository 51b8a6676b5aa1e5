import type { Parameter } from '../../../../../contract-model/index.ts';
import type { TestContext } from '../../model/test-context.ts';
import { arbitraryOf } from './arbitrary-of.ts';
import type { Body } from './body.ts';
import { readExample } from './example-code.ts';
import { resolveNames } from './resolve-names.ts';
import { fastCheck, propertyText } from './property-text.ts';
import { subjectOf } from './subject.ts';
import type { PlannedTest } from '../../model/planned-test.ts';

/** Names that the test uses itself. */
const taken = ['expect', 'fc', 'create'];

/**
 * Renders a test that checks a coded law for all values of the parameters that it names. `undefined` if it uses
 * unknown names.
 */
export function lawBody(planned: PlannedTest, code: string, context: TestContext): Body | undefined {
  const law = readExample(code, true);
  const parameters = law && parametersIn(planned, law.names);
  if (!law?.isAsserting || !parameters || taken.some((name) => parameters.has(name))) return undefined;
  const rest = [...law.names].filter((name) => !parameters.has(name));
  const subject = subjectOf(planned.contract, context);
  const making = subject && rest.includes(subject.name) ? subject.making : [];
  const made = making.length > 0 ? subject?.name : undefined;
  const resolved = resolveNames(
    rest.filter((name) => name !== made),
    context,
  );
  const arbitraries = [...parameters.values()].map(({ type, bounds }) => arbitraryOf(type.shape, bounds));
  const known = arbitraries.filter((text) => text !== undefined);
  if (!resolved || known.length === 0 || known.length < arbitraries.length) return undefined;
  const whole = {
    fixtures: resolved.fixtures,
    arbitraries: known,
    names: [...parameters.keys()],
    statements: [...making, ...law.statements],
    isAsync: law.isAsync || making.length > 0,
  };
  return { code: propertyText(whole, context), isPending: false, imports: [fastCheck, ...resolved.imports] };
}

/** Finds parameters by name: the member's, or those of any member if their types agree. */
function parametersIn(
  { contract, member, promise }: PlannedTest,
  names: ReadonlySet<string>,
): ReadonlyMap<string, Parameter> | undefined {
  const signatures = member
    ? [member.signatures[promise.signature ?? 0]]
    : contract.members.map((each) => each.signatures[0]);
  const named = signatures
    .flatMap((signature) => signature?.parameters ?? [])
    .filter(({ name }) => names.has(name));
  const byName = Map.groupBy(named, ({ name }) => name);
  const isClear = [...byName.values()].every((same) => new Set(same.map(({ type }) => type.text)).size === 1);
  return isClear
    ? new Map([...byName].flatMap(([name, [first]]) => (first ? [[name, first]] : [])))
    : undefined;
}
