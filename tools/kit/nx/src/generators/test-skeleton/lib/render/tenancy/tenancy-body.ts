import { accessOf } from '../../../../../contract-model/index.ts';
import type { Body } from '../body/body.ts';
import { type Callable, callableOf, isAsync } from '../../../../lib/callable.ts';
import { fixturesText } from '../body/fixtures-text.ts';
import type { TestContext } from '../../model/test-context.ts';
import { resourceReaderOf } from './resource-reader.ts';
import { notFoundError, notFoundAssertion } from './not-found-assertion.ts';
import { type TenancyScenario, tenancyScenarioOf } from './tenancy-scenario.ts';
import type { PlannedTest } from '../../model/planned-test.ts';

/**
 * Renders a running test: another tenant cannot read, list or change a resource, but its owner can. `undefined` if
 * the contract or the fixtures lack information.
 */
export function tenancyBody(planned: PlannedTest, context: TestContext): Body | undefined {
  const callable = planned.member && callableOf(planned.member);
  const scenario = callable && tenancyScenarioOf(planned, context);
  if (!scenario) return undefined;
  const statements = provingStatements(planned, callable, scenario, context);
  if (!statements) return undefined;
  const body = [scenario.making, ...statements].join('\n');
  const fixtures = [...scenario.callers.fixtures, ...context.fixtures.filter((name) => isUsed(name, body))];
  return {
    code: `${/\bawait\b/.test(body) ? 'async ' : ''}(${fixturesText(fixtures, context)}) => {\n${body}\n}`,
    isPending: false,
    imports: context.exportedValues
      .filter((name) => isUsed(name, body))
      .map((name) => ({ name, from: context.contractPackage })),
  };
}

function provingStatements(
  planned: PlannedTest,
  callable: Callable,
  scenario: TenancyScenario,
  context: TestContext,
): string[] | undefined {
  const { contract, member } = planned;
  const access = accessOf(callable.member.name, callable.signature.parameters);
  const isReader = access === 'list' || access === 'read';
  const resourceReader = resourceReaderOf(contract, scenario, context, isReader ? member?.name : undefined);
  if (!resourceReader) return undefined;
  if (access !== 'change') return [resourceReader.ownerSees, resourceReader.otherDoesNot];
  const change = changeByOther(callable, scenario, context);
  const seen = resourceReader.seenBy(scenario.callers.owner);
  return change === undefined
    ? undefined
    : [resourceReader.ownerSees, `const before = ${seen};`, change, `expect(${seen}).toEqual(before);`];
}

/** Renders the other tenant's attempt: it fails with the contract's error, or has no effect. */
function changeByOther(
  callable: Callable,
  scenario: TenancyScenario,
  context: TestContext,
): string | undefined {
  const call = scenario.call(callable, scenario.callers.other, 'others');
  if (call === undefined || !callable.signature.parameters.some(scenario.resource.isNamedBy))
    return undefined;
  if (notFoundError(callable, context) !== undefined) return notFoundAssertion(callable, call, context);
  return `${isAsync(callable) ? 'await ' : ''}${call};`;
}

function isUsed(name: string, code: string): boolean {
  return new RegExp(`(?<![.\\w'"])${RegExp.escape(name)}(?![\\w:])`).test(code);
}
