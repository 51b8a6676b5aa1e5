import type { TypeShape } from './type-shape.ts';

/** Everything that a workspace's contracts promise, sorted by component, contract and place in the source. */
export interface ContractModel {
  readonly components: readonly Component[];
  /** What keeps the model from being trusted; empty for a sound workspace. */
  readonly problems: readonly Problem[];
}

export interface Component {
  readonly name: string;
  /** The npm package of its contract library. */
  readonly package: string;
  /** The names that can be imported from it. */
  readonly exports: readonly string[];
  /** Those of them that exist when a program runs. */
  readonly values: readonly string[];
  readonly contracts: readonly Contract[];
}

export type ContractKind = 'interface' | 'class' | 'abstract class' | 'type' | 'function';

export interface Contract {
  /** Its exported name, with the namespaces that it stands in: `Storage.Bucket`. */
  readonly name: string;
  readonly kind: ContractKind;
  readonly place: Place;
  readonly summary: string;
  readonly typeParameters: readonly string[];
  readonly tenantScoped: boolean;
  readonly members: readonly Member[];
  /** Those about the contract as a whole. */
  readonly promises: readonly PromiseOfContract[];
}

export type MemberKind = 'method' | 'property' | 'call' | 'constructor';

export interface Member {
  /** Empty where the contract itself is what is called. */
  readonly name: string;
  /** `Cache.get`, or `hashPassword` for a function: what the ids of its promises begin with. */
  readonly id: string;
  readonly kind: MemberKind;
  readonly isStatic: boolean;
  readonly isOptional: boolean;
  /** The contract that it comes from, where that is another one. */
  readonly inheritedFrom?: string;
  readonly summary: string;
  readonly place: Place;
  readonly signatures: readonly Signature[];
  readonly promises: readonly PromiseOfContract[];
}

export interface Signature {
  /** Its text without comments and formatting. */
  readonly text: string;
  readonly typeParameters: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly returns: TypedText;
  /** Gives a promise or an async iterable, so that it fails by rejecting. */
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

/** Limits that a `@param` states: of a text's or list's length, or of a number. */
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
  /** Changes with the signature and the words, not with their formatting. */
  readonly revision: string;
  readonly kind: PromiseKind;
  readonly category: Category;
  /** Plain text on one line; for an example its code. */
  readonly text: string;
  /** How an invariant or law shows, where that is written in code. */
  readonly code?: string;
  /** The error of a `@throws`. */
  readonly error?: string;
  /** Which of the member's signatures it belongs to. */
  readonly signature?: number;
  /** Why nobody tests it: `@untested`. */
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
  /** What is wrong, with which value, what was expected, and what mends it. */
  readonly message: string;
  readonly place: Place;
}
