import type { Member } from '../../../../../contract-model/index.ts';
import type { TestContext } from '../../model/test-context.ts';
import { type Argument, argumentsOf } from './arguments.ts';
import type { Body } from './body.ts';
import { callableOf, callText, isAsync } from '../../../../lib/callable.ts';
import { pendingProperty } from './pending-property.ts';
import type { Subject } from './subject.ts';
import type { PlannedTest } from '../../model/planned-test.ts';

/** Renders a property over all arguments of a member. */
export function oneCallBody(
  planned: PlannedTest,
  member: Member,
  subject: Subject,
  context: TestContext,
): Body | undefined {
  const callable = callableOf(member, planned.promise.signature);
  const given = callable && argumentsOf(callable, [subject.name], context);
  if (!callable || !given || given.length === 0) return undefined;
  const property = {
    fixtures: given.flatMap(({ fixtures }) => fixtures),
    arbitraries: given.map(({ arbitrary }) => arbitrary),
    names: given.map(({ name }) => name),
    statements: [`${callText(subject.name, callable, given.map(passed))};`],
    isAsync: isAsync(callable),
  };
  return pendingProperty(planned, subject, property, context);
}

function passed({ name, isRest }: Argument): string {
  return isRest ? `...${name}` : name;
}
