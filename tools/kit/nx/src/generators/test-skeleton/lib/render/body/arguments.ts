import type { Parameter } from '../../../../../contract-model/index.ts';
import { unspaced } from '../../../../lib/fixture-types.ts';
import type { TestContext } from '../test-context.ts';
import { arbitraryOf } from './arbitrary-of.ts';
import type { Callable } from '../../../../lib/callable.ts';

/** A value that a property gives to a call. */
export interface Argument {
  /** What the property calls it. */
  readonly name: string;
  readonly arbitrary: string;
  readonly isRest: boolean;
  /** Fixtures that the arbitrary is made of. */
  readonly fixtures: readonly string[];
}

/** Values for all parameters of a call, named as they are unless the name is taken; nothing where one is not known. */
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

/** Both tenants, or what tests are given by the name and type of the parameter. */
function fixturesFor(
  { name, type, isOptional }: Parameter,
  { fixtures, fixtureTypes }: TestContext,
): string[] {
  const isPlain = ['string', 'number', 'bigint', 'boolean'].includes(type.text);
  const candidates = isPlain || isOptional ? [name] : ['owner', 'otherTenant', name];
  return candidates.filter(
    (each) => fixtures.includes(each) && fixtureTypes.get(each) === unspaced(type.text),
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
