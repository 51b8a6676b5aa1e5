import type { Contract } from '../model.ts';
import type { TypeShape } from '../type-shape.ts';

/** A value that a component's app library needs from outside, and that its tests have to provide. */
export interface Dependency {
  /** Name of the parameter or property. */
  readonly name: string;
  /** Type as the source states it, without formatting. */
  readonly type: string;
  /** Name of the type, if it has one that can be imported. */
  readonly typeName: string | undefined;
  /** The factory or class that needs it. */
  readonly of: string;
  readonly isOptional: boolean;
  readonly shape: TypeShape;
  readonly origin: Origin;
  /** The contract, if the type is an interface or class of a contract library. */
  readonly contract: Contract | undefined;
  /** All exports of the declaring library: the names by which its types can be imported. */
  readonly exported: readonly string[];
}

export type Origin =
  | { readonly kind: 'language' }
  /** Declared in the component itself. */
  | { readonly kind: 'own'; readonly library: 'contract' | 'app' }
  | { readonly kind: 'component'; readonly component: string; readonly package: string }
  | { readonly kind: 'package'; readonly package: string };
