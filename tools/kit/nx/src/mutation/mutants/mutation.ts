import type { ts } from 'ts-morph';

/** A node of the syntax tree and the code that replaces it. */
export interface Mutation {
  readonly node: ts.Node;
  /** Empty if a statement or the content of a block is removed. */
  readonly text: string;
  readonly change: string;
  /** The position of the change, if it is not the beginning of the node. */
  readonly at?: number;
}

/** Returns the mutations of one node, without those of its children. */
export type Mutator = (node: ts.Node) => readonly Mutation[];
