import type { Parameter } from '../../../../../contract-model/index.ts';
import type { Planned } from '../../read/select-promises.ts';
import type { TestContext } from '../test-context.ts';
import { arbitraryOf } from './arbitrary-of.ts';
import type { Body } from './body.ts';
import { readExample } from './example-code.ts';
import { explainNames } from './explain-names.ts';
import { fastCheck, propertyText } from './property-text.ts';
import { subjectOf } from './subject.ts';

/** Names that the test itself needs. */
const taken = ['expect', 'fc', 'create'];

/**
 * Runs a law that is written in code over all values of the parameters that it names; its last expression holds.
 * Nothing where it uses other names that only a person can explain.
 */
export function lawBody(planned: Planned, code: string, context: TestContext): Body | undefined {
  const law = readExample(code, true);
  const parameters = law && parametersIn(planned, law.names);
  if (!law?.isAsserting || !parameters || taken.some((name) => parameters.has(name))) return undefined;
  const rest = [...law.names].filter((name) => !parameters.has(name));
  const subject = subjectOf(planned.contract, context);
  const making = subject && rest.includes(subject.name) ? subject.making : [];
  const made = making.length > 0 ? subject?.name : undefined;
  const explained = explainNames(
    rest.filter((name) => name !== made),
    context,
  );
  const arbitraries = [...parameters.values()].map(({ type, bounds }) => arbitraryOf(type.shape, bounds));
  const known = arbitraries.filter((text) => text !== undefined);
  if (!explained || known.length === 0 || known.length < arbitraries.length) return undefined;
  const whole = {
    fixtures: explained.fixtures,
    arbitraries: known,
    names: [...parameters.keys()],
    statements: [...making, ...law.statements],
    isAsync: law.isAsync || making.length > 0,
  };
  return { code: propertyText(whole, context), isPending: false, imports: [fastCheck, ...explained.imports] };
}

/** The parameters that the names are of: the member's, or for a contract those of any member, where these agree. */
function parametersIn(
  { contract, member, promise }: Planned,
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
