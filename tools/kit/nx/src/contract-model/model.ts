import type { TypeShape } from './type-shape.ts';

/** All promises of a workspace's contracts, sorted by component, contract and place in the source. */
export interface ContractModel {
  readonly components: readonly Component[];
  /** Problems that make the model unreliable. Empty for a sound workspace. */
  readonly problems: readonly Problem[];
}

export interface Component {
  readonly name: string;
  /** The npm package of the contract library. */
  readonly package: string;
  /** All names that the package exports. */
  readonly exports: readonly string[];
  /** The exports that exist at run time. */
  readonly values: readonly string[];
  readonly contracts: readonly Contract[];
}

export type ContractKind = 'interface' | 'class' | 'abstract class' | 'type' | 'function';

export interface Contract {
  /** Exported name, with its namespaces: `Storage.Bucket`. */
  readonly name: string;
  readonly kind: ContractKind;
  readonly place: Place;
  readonly summary: string;
  readonly typeParameters: readonly string[];
  readonly tenantScoped: boolean;
  readonly members: readonly Member[];
  /** The promises of the contract as a whole. */
  readonly promises: readonly PromiseOfContract[];
}

export type MemberKind = 'method' | 'property' | 'call' | 'constructor';

export interface Member {
  /** Empty if the contract itself is called. */
  readonly name: string;
  /** `Cache.get`, or `hashPassword` for a function. The ids of its promises begin with it. */
  readonly id: string;
  readonly kind: MemberKind;
  readonly isStatic: boolean;
  readonly isOptional: boolean;
  /** The contract that it is inherited from, if any. */
  readonly inheritedFrom?: string;
  readonly summary: string;
  readonly place: Place;
  readonly signatures: readonly Signature[];
  readonly promises: readonly PromiseOfContract[];
}

export interface Signature {
  /** The signature without comments and formatting. */
  readonly text: string;
  readonly typeParameters: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly returns: TypedText;
  /** True if it returns a promise or an async iterable, so that failures are rejections. */
  readonly isAsync: boolean;
}

export interface TypedText {
  readonly text: string;
  readonly shape: TypeShape;
}

export interface Parameter {
  readonly name: string;
  readonly isOptional: boolean;
  readonly isRest: boolean;
  readonly type: TypedText;
  readonly description: string;
  readonly bounds?: Bounds;
}

/** Limits that a `@param` states: the length of a text or list, or the size of a number. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

export const categories = [
  'happy path',
  'errors',
  'behaviour',
  'boundaries',
  'tenancy',
  'invariants',
  'examples',
] as const;

export type Category = (typeof categories)[number];

export type PromiseKind =
  'returns' | 'throws' | 'remarks' | 'promise' | 'invariant' | 'law' | 'example' | 'tenant' | 'derived';

/** A sentence of a contract that a caller may rely on, or an edge case that follows from its types. */
export interface PromiseOfContract {
  readonly id: string;
  /** Changes with the signature and the words, but not with their formatting. */
  readonly revision: string;
  readonly kind: PromiseKind;
  readonly category: Category;
  /** Plain text on one line. For an example, its code. */
  readonly text: string;
  /** The code of an invariant or law, if it has any. */
  readonly code?: string;
  /** The error of a `@throws`. */
  readonly error?: string;
  /** Index of the member's signature that the promise belongs to. */
  readonly signature?: number;
  /** The reason of `@untested`. */
  readonly waiver?: string;
}

export interface Place {
  readonly file: string;
  readonly line: number;
}

export type ProblemCode =
  'syntax' | 'undocumented' | 'unresolved-error' | 'duplicate-id' | 'imports-app' | 'missing-entry';

export interface Problem {
  readonly code: ProblemCode;
  readonly component: string;
  /** States the problem, the value, the expectation and the fix. */
  readonly message: string;
  readonly place: Place;
}
