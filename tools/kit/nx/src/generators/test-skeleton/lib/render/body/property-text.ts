import type { ImportOf } from '../../../../lib/insert-import.ts';
import { fixturesText } from './fixtures-text.ts';
import type { TestContext } from '../../model/test-context.ts';

export const fastCheck: ImportOf = { name: 'fc', from: 'fast-check', isDefault: true };

/** Statements that must hold for all values of the arbitraries, by name. */
export interface Property {
  readonly fixtures: readonly string[];
  readonly arbitraries: readonly string[];
  readonly names: readonly string[];
  readonly statements: readonly string[];
  readonly isAsync: boolean;
}

/** Renders a property as the function of a test. */
export function propertyText(property: Property, context: TestContext): string {
  const { fixtures, arbitraries, names, statements, isAsync } = property;
  const [wait, later, kind] = isAsync ? ['await ', 'async ', 'asyncProperty'] : ['', '', 'property'];
  const predicate = `${later}(${names.join(', ')}) => {\n${statements.join('\n')}\n}`;
  const checked = `fc.assert(fc.${kind}(${[...arbitraries, predicate].join(', ')}));`;
  return `${later}(${fixturesText(fixtures, context)}) => {\n${wait}${checked}\n}`;
}
