import type { Node } from 'ts-morph';
import type { Documentation } from '../docs/documentation.ts';
import type { MemberKind, Signature } from '../model.ts';

/** One signature of a member with the documentation that stands on it. */
export interface RawSignature {
  readonly signature: Signature;
  readonly documentation: Documentation;
}

/** A member as its declarations give it, before its promises are told. */
export interface RawMember {
  readonly name: string;
  readonly kind: MemberKind;
  readonly isStatic: boolean;
  readonly isOptional: boolean;
  readonly inheritedFrom?: string;
  readonly signatures: readonly RawSignature[];
  readonly node: Node;
}
