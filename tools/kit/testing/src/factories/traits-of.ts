import { EntityFactory } from './entity-factory.ts';

const own = new Set([...Object.getOwnPropertyNames(EntityFactory.prototype), 'defaults']);
const { constructor: AsyncFunction } = Object.getPrototypeOf(async () => undefined) as { constructor: never };

/** Returns the methods of a factory class that may be traits: those without parameters that are not asynchronous. */
export function traitsOf(FactoryClass: { readonly prototype: object }): string[] {
  const names: string[] = [];
  for (let level = FactoryClass.prototype; isOurs(level); level = Object.getPrototypeOf(level) as object) {
    names.push(
      ...Object.entries(Object.getOwnPropertyDescriptors(level))
        .filter(isCandidate)
        .map(([name]) => name),
    );
  }
  return [...new Set(names)].filter((name) => !own.has(name)).toSorted();
}

function isOurs(prototype: object): boolean {
  return prototype !== EntityFactory.prototype && prototype !== Object.prototype;
}

function isCandidate([, descriptor]: [string, PropertyDescriptor]): boolean {
  const value: unknown = descriptor.value;
  return typeof value === 'function' && value.length === 0 && !(value instanceof AsyncFunction);
}
