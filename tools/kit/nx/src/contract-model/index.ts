export type { Dependency, Origin } from './dependencies/dependency.ts';
export { diskFiles } from './disk-files.ts';
export { type Files, findSources, sourcesIn, withAppSources } from './find-sources.ts';
export { listProblems } from './list-problems.ts';
export {
  type Bounds,
  categories,
  type Category,
  type Component,
  type Contract,
  type ContractKind,
  type ContractModel,
  type Member,
  type MemberKind,
  type Parameter,
  type Place,
  type Problem,
  type ProblemCode,
  type PromiseKind,
  type PromiseOfContract,
  type Signature,
  type TypedText,
} from './model.ts';
export { type Access, accessOf } from './promises/access.ts';
export { isIdentifier } from './promises/identifiers.ts';
export { readContracts } from './read-contracts.ts';
export { readDependencies } from './read-dependencies.ts';
export type { ComponentSource, ContractSources } from './sources.ts';
export { type PropertyShape, awaitedType, type TypeShape, withoutNullish } from './type-shape.ts';
