import type { Contract } from '../model.ts';
import type { TypeShape } from '../type-shape.ts';

/** Something that a component's app library is given from outside, and that its tests must give it too. */
export interface Dependency {
  /** As the parameter or property is called. */
  readonly name: string;
  /** As its type is written, without formatting. */
  readonly type: string;
  /** The type's name, where it has one that can be imported. */
  readonly typeName: string | undefined;
  /** The factory or class that is given it. */
  readonly of: string;
  readonly isOptional: boolean;
  readonly shape: TypeShape;
  readonly origin: Origin;
  /** Its members, where the type is an interface or class that a contract library declares. */
  readonly contract: Contract | undefined;
  /** What the library that declares it exports: the names that its types can be imported by. */
  readonly exported: readonly string[];
}

export type Origin =
  | { readonly kind: 'language' }
  /** Declared in the component itself. */
  | { readonly kind: 'own'; readonly library: 'contract' | 'app' }
  | { readonly kind: 'component'; readonly component: string; readonly package: string }
  | { readonly kind: 'package'; readonly package: string };
