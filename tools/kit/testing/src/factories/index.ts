export { bindFactories, type FactoriesOf, type FactoryClasses } from './bind-factories.ts';
export { EntityFactory } from './entity-factory.ts';
export type { FactoryContext } from './factory-context.ts';
export type { EntityMadeBy, EntityOf, BuildContext, NoParents } from './build-context.ts';
export { proveFactories } from './prove-factories.ts';
export type { Tenancy } from './tenancy.ts';
