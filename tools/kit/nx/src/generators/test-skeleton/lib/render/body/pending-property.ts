import { quote } from '../../../../lib/quote.ts';
import type { TestContext } from '../../model/test-context.ts';
import type { Body } from './body.ts';
import { fastCheck, type Property, propertyText } from './property-text.ts';
import type { Subject } from './subject.ts';
import type { PlannedTest } from '../../model/planned-test.ts';

/** Renders a property that lacks only its assertion. It fails until a person writes one. */
export function pendingProperty(
  { promise }: PlannedTest,
  subject: Subject,
  property: Property,
  context: TestContext,
): Body {
  const unsaid = `expect.unreachable(${quote(`Assert here: ${promise.text}`)});`;
  const whole = {
    ...property,
    fixtures: [...subject.fixtures, ...property.fixtures],
    statements: [...subject.making, ...property.statements, unsaid],
    isAsync: property.isAsync || subject.making.length > 0,
  };
  return { code: propertyText(whole, context), isPending: true, imports: [fastCheck, ...subject.imports] };
}
