import type { FactoryContext } from './factory-context.ts';

/** Classes of factories by the name that tests know them by. */
export type FactoryClasses = Readonly<Record<string, new (context: FactoryContext) => object>>;

/** The factories that classes make. */
export type FactoriesOf<Classes extends FactoryClasses> = {
  readonly [Name in keyof Classes]: InstanceType<Classes[Name]>;
};

/** Makes a factory of each class, bound to a test. */
export function bindFactories<Classes extends FactoryClasses>(
  classes: Classes,
  context: FactoryContext,
): FactoriesOf<Classes> {
  const bound = Object.entries(classes).map(([name, FactoryClass]) => [name, new FactoryClass(context)]);
  return Object.fromEntries(bound) as FactoriesOf<Classes>;
}
