import type { FactoryContext } from './factory-context.ts';

/** Factory classes by the name that tests use. */
export type FactoryClasses = Readonly<Record<string, new (context: FactoryContext) => object>>;

/** The factories that these classes create. */
export type FactoriesOf<Classes extends FactoryClasses> = {
  readonly [Name in keyof Classes]: InstanceType<Classes[Name]>;
};

/**
 * Creates a factory of each class for one test.
 *
 * @example
 * noteTest('a note is created', async ({ em }) => {
 *   const factories = bindFactories({ note: NoteFactory }, { em });
 *   expect(await factories.note.create({ text: 'hello' })).toMatchObject({ text: 'hello' });
 * });
 */
export function bindFactories<Classes extends FactoryClasses>(
  classes: Classes,
  context: FactoryContext,
): FactoriesOf<Classes> {
  const bound = Object.entries(classes).map(([name, FactoryClass]) => [name, new FactoryClass(context)]);
  return Object.fromEntries(bound) as FactoriesOf<Classes>;
}
