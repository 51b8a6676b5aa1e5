import type { Node } from 'ts-morph';
import type { Documentation } from '../docs/documentation.ts';
import type { MemberKind, Signature } from '../model.ts';

/** One signature of a member with its documentation. */
export interface RawSignature {
  readonly signature: Signature;
  readonly documentation: Documentation;
}

/** A declared member without its promises. */
export interface RawMember {
  readonly name: string;
  readonly kind: MemberKind;
  readonly isStatic: boolean;
  readonly isOptional: boolean;
  readonly inheritedFrom?: string;
  readonly signatures: readonly RawSignature[];
  readonly node: Node;
}
