import { accessOf, type Contract, awaitedType, type TypeShape } from '../../../../../contract-model/index.ts';
import { type Callable, callableOf, isAsync } from '../../../../lib/callable.ts';
import { notFoundAssertion } from './not-found-assertion.ts';
import type { TestContext } from '../../model/test-context.ts';
import type { Caller } from './callers.ts';
import type { TenancyScenario } from './tenancy-scenario.ts';

/** A member that shows if a tenant sees the resource. */
export interface ResourceReader {
  /** Renders an expression for the tenant's view. */
  seenBy(this: void, caller: Caller): string;
  /** Assertions that the owner sees the resource and the other tenant does not. */
  readonly ownerSees: string;
  readonly otherDoesNot: string;
}

/** Chooses the member of that name, else any that lists or reads. */
export function resourceReaderOf(
  contract: Contract,
  scenario: TenancyScenario,
  context: TestContext,
  preferred: string | undefined,
): ResourceReader | undefined {
  const callables = contract.members.flatMap((member) => callableOf(member) ?? []);
  const chosen = callables.filter(({ member }) => preferred === undefined || member.name === preferred);
  const resourceReaders = chosen.map(
    (callable) => lister(callable, scenario) ?? reader(callable, scenario, context),
  );
  return resourceReaders.find((resourceReader) => resourceReader !== undefined);
}

function lister(callable: Callable, scenario: TenancyScenario): ResourceReader | undefined {
  const { owner, other } = scenario.callers;
  const [own, others] = [scenario.call(callable, owner), scenario.call(callable, other)];
  if (accessIn(callable) !== 'list' || own === undefined || others === undefined) return undefined;
  if (scenario.resource.id !== 'made.id' || !listsIds(awaitedType(callable.signature.returns.shape)))
    return undefined;
  const wait = isAsync(callable) ? 'await ' : '';
  const idsOf = (call: string) => `${wait ? `(await ${call})` : call}.map(({ id }) => id)`;
  return {
    seenBy: (caller) => `${wait}${caller === owner ? own : others}`,
    ownerSees: `expect(${idsOf(own)}).toContain(made.id);`,
    otherDoesNot: `expect(${idsOf(others)}).not.toContain(made.id);`,
  };
}

function reader(
  callable: Callable,
  scenario: TenancyScenario,
  context: TestContext,
): ResourceReader | undefined {
  const { owner, other } = scenario.callers;
  const [own, others] = [scenario.call(callable, owner), scenario.call(callable, other)];
  const isAimed = callable.signature.parameters.some(scenario.resource.isNamedBy);
  if (accessIn(callable) !== 'read' || !isAimed || own === undefined || others === undefined)
    return undefined;
  const refused = notFoundAssertion(callable, others, context);
  if (refused === undefined) return undefined;
  const wait = isAsync(callable) ? 'await ' : '';
  return {
    seenBy: (caller) => `${wait}${caller === owner ? own : others}`,
    ownerSees: `expect(${wait}${own}).toBeTruthy();`,
    otherDoesNot: refused,
  };
}

function accessIn({ member, signature }: Callable): string {
  return accessOf(member.name, signature.parameters);
}

function listsIds(shape: TypeShape): boolean {
  return (
    shape.kind === 'array' &&
    shape.of.kind === 'object' &&
    shape.of.properties.some(({ name }) => name === 'id')
  );
}
