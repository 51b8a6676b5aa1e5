import type { Parameter } from '../../../../../contract-model/index.ts';
import { withoutSpaces } from '../../../../lib/fixture-types.ts';
import { tenantFixtures } from '../../model/tenant-fixtures.ts';
import type { TestContext } from '../../model/test-context.ts';
import { arbitraryOf } from './arbitrary-of.ts';
import type { Callable } from '../../../../lib/callable.ts';

/** An argument that a property generates. */
export interface Argument {
  /** Name of the argument in the property. */
  readonly name: string;
  readonly arbitrary: string;
  readonly isRest: boolean;
  /** Fixtures that the arbitrary uses. */
  readonly fixtures: readonly string[];
}

/**
 * Returns arguments for all parameters of a call, under the parameters' names unless taken. `undefined` if a type is
 * unknown.
 */
export function argumentsOf(
  { signature }: Callable,
  taken: readonly string[],
  context: TestContext,
): Argument[] | undefined {
  const anything = new Set(signature.typeParameters.filter((text) => /^[\w$]+$/.test(text)));
  const names = new Set([...taken, ...context.fixtures, 'expect', 'fc', 'create', 'step', 'steps']);
  const found = signature.parameters.flatMap((parameter): Argument[] => {
    const fixtures = fixturesFor(parameter, context);
    const arbitrary =
      fixtures.length > 0 ? `fc.constantFrom(${fixtures.join(', ')})` : arbitraryFor(parameter, anything);
    if (arbitrary === undefined) return [];
    const name = freeName(parameter.name, names);
    names.add(name);
    return [{ name, arbitrary, isRest: parameter.isRest, fixtures }];
  });
  return found.length === signature.parameters.length ? found : undefined;
}

/** Returns both tenants, or a fixture with the parameter's name and type. */
function fixturesFor(
  { name, type, isOptional }: Parameter,
  { fixtures, fixtureTypes }: TestContext,
): string[] {
  const isPlain = ['string', 'number', 'bigint', 'boolean'].includes(type.text);
  const candidates = isPlain || isOptional ? [name] : [...tenantFixtures, name];
  return candidates.filter(
    (each) => fixtures.includes(each) && fixtureTypes.get(each) === withoutSpaces(type.text),
  );
}

function arbitraryFor(
  { type, bounds, isOptional, isRest }: Parameter,
  anything: ReadonlySet<string>,
): string | undefined {
  const arbitrary = arbitraryOf(type.shape, bounds, anything);
  return arbitrary === undefined || !isOptional || isRest
    ? arbitrary
    : `fc.option(${arbitrary}, { nil: undefined })`;
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  return taken.has(name) || name in Object.prototype ? freeName(`${name}Given`, taken) : name;
}
