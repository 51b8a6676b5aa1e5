import { quote } from '../../../../lib/quote.ts';
import type { TestContext } from '../../model/test-context.ts';
import { type Argument, argumentsOf } from './arguments.ts';
import type { Body } from './body.ts';
import { type Callable, callableOf, callText, isAsync } from '../../../../lib/callable.ts';
import { pendingProperty } from './pending-property.ts';
import type { Subject } from './subject.ts';
import type { PlannedTest } from '../../model/planned-test.ts';

interface Step extends Callable {
  readonly given: readonly Argument[];
}

/** Renders a property over any calls of any members, in any order. */
export function manyCallsBody(
  planned: PlannedTest,
  subject: Subject,
  context: TestContext,
): Body | undefined {
  const steps = planned.contract.members.flatMap((member): Step[] => {
    const callable = callableOf(member);
    const given = callable && argumentsOf(callable, [subject.name, 'call'], context);
    return callable && given ? [{ ...callable, given }] : [];
  });
  const isSpeaking = steps.length > 1 || steps.some(({ given }) => given.length > 0);
  if (!isSpeaking) return undefined;
  const calls = steps.map((step) => callOfStep(step, subject, steps.length > 1));
  const records = steps.map(recordOfStep);
  const [first = ''] = records;
  const property = {
    fixtures: steps.flatMap(({ given }) => given).flatMap(({ fixtures }) => fixtures),
    arbitraries: [`fc.array(${records.length === 1 ? first : `fc.oneof(${records.join(', ')})`})`],
    names: ['steps'],
    statements: [`for (const step of steps) {\n${calls.join('\n')}\n}`],
    isAsync: steps.some(isAsync),
  };
  return pendingProperty(planned, subject, property, context);
}

function recordOfStep({ member, given }: Step): string {
  const values = given.map(({ name, arbitrary }) => `${name}: ${arbitrary}`);
  return `fc.record({ ${[`call: fc.constant(${quote(member.name)})`, ...values].join(', ')} })`;
}

function callOfStep(step: Step, subject: Subject, isOneOfMany: boolean): string {
  const values = step.given.map(({ name, isRest }) => `${isRest ? '...' : ''}step.${name}`);
  const condition = isOneOfMany ? `if (step.call === ${quote(step.member.name)}) ` : '';
  return `${condition}${callText(subject.name, step, values)};`;
}
