import type { TestContext } from '../../model/test-context.ts';
import type { Body } from './body.ts';
import { lawBody } from './law-body.ts';
import { manyCallsBody } from './many-calls-body.ts';
import { oneCallBody } from './one-call-body.ts';
import { subjectOf } from './subject.ts';
import type { PlannedTest } from '../../model/planned-test.ts';

/**
 * Renders an invariant or law as a property over values of the contract's types. A coded one runs; otherwise a
 * person adds the assertion.
 */
export function propertyBody(planned: PlannedTest, context: TestContext): Body | undefined {
  const { promise, contract, member } = planned;
  if (!context.hasFastCheck) return undefined;
  if (promise.code !== undefined) return lawBody(planned, promise.code, context);
  const subject = subjectOf(contract, context);
  if (!subject) return undefined;
  return member ? oneCallBody(planned, member, subject, context) : manyCallsBody(planned, subject, context);
}
