export { actorOf, sessionOf } from './actor-of.ts';
export { codeMailedTo } from './code-mailed-to.ts';
export { EntityFactory, type Making } from './factories/entity-factory.ts';
export type { FactoryContext } from './factories/factory-context.ts';
export { type IdentityFactories, identityFactories } from './factories/identity-factories.ts';
export { factoryPassword } from './factories/user-factory.ts';
