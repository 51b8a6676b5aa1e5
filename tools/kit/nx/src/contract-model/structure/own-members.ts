import { Node, Scope, type TypeNode } from 'ts-morph';
import { parseDocumentation } from '../docs/parse-documentation.ts';
import type { MemberKind, Signature } from '../model.ts';
import { commentOf } from './comment-of.ts';
import type { RawMember } from './raw-member.ts';
import { type CallableNode, signatureOf, typed } from './signature-of.ts';

/** Returns the members of all declarations of one name, with overloads joined, in source order. */
export function ownMembers(declarations: readonly Node[]): RawMember[] {
  const nodes = new Set(declarations.flatMap(memberNodes));
  return joinOverloads([...nodes].flatMap(rawMember));
}

function memberNodes(declaration: Node): Node[] {
  if (Node.isInterfaceDeclaration(declaration)) return declaration.getMembers();
  if (Node.isClassDeclaration(declaration)) return declaration.getMembers().flatMap(withOverloads);
  if (Node.isFunctionDeclaration(declaration)) return withOverloads(declaration);
  if (Node.isVariableDeclaration(declaration)) return [declaration];
  if (!Node.isTypeAliasDeclaration(declaration)) return [];
  const type = declaration.getTypeNode();
  return Node.isTypeLiteral(type) ? type.getMembers() : [declaration];
}

/** The implementation of overloads is not a signature. */
function withOverloads(node: Node): Node[] {
  if (!Node.isOverloadable(node)) return [node];
  const overloads = node.getOverloads();
  return overloads.length === 0 ? [node] : overloads;
}

function rawMember(node: Node): RawMember[] {
  if (isHidden(node)) return [];
  const documentation = parseDocumentation(commentOf(node));
  const common = { isStatic: Node.isStaticable(node) && node.isStatic(), isOptional: isOptional(node), node };
  const make = (name: string, kind: MemberKind, signature: Signature): RawMember[] => [
    { ...common, name, kind, signatures: [{ signature, documentation }] },
  ];
  const named = nameOf(node);
  const callable = callableOf(node);
  if (callable) return make(named.name, named.kind, signatureOf(callable, documentation));
  if (named.name === '') return [];
  const returns = typed(typeNodeOf(node));
  const signature = { text: returns.text, typeParameters: [], parameters: [], returns, isAsync: false };
  return make(named.name, 'property', signature);
}

function isHidden(node: Node): boolean {
  if (Node.isScoped(node) && node.getScope() !== Scope.Public) return true;
  return Node.hasName(node) && node.getName().startsWith('#');
}

function isOptional(node: Node): boolean {
  return Node.isQuestionTokenable(node) && node.hasQuestionToken();
}

function nameOf(node: Node): { name: string; kind: MemberKind } {
  if (Node.isConstructorDeclaration(node) || Node.isConstructSignatureDeclaration(node))
    return { name: 'new', kind: 'constructor' };
  if (isItsOwnContract(node) || Node.isCallSignatureDeclaration(node)) return { name: '', kind: 'call' };
  const name = Node.hasName(node) ? node.getName() : '';
  return { name: name.replace(/^(['"])(.*)\1$/, '$2'), kind: 'method' };
}

function isItsOwnContract(node: Node): boolean {
  return (
    Node.isFunctionDeclaration(node) || Node.isTypeAliasDeclaration(node) || Node.isVariableDeclaration(node)
  );
}

function callableOf(node: Node): CallableNode | undefined {
  if (isCallable(node)) return node;
  const type = typeNodeOf(node);
  return type && Node.isFunctionTypeNode(type) ? type : undefined;
}

function isCallable(node: Node): node is Node & CallableNode {
  if (Node.isGetAccessorDeclaration(node) || Node.isSetAccessorDeclaration(node)) return false;
  return Node.isParametered(node) && Node.isReturnTyped(node);
}

function typeNodeOf(node: Node): TypeNode | undefined {
  if (Node.isGetAccessorDeclaration(node)) return node.getReturnTypeNode();
  if (Node.isTyped(node)) return node.getTypeNode();
  return undefined;
}

function joinOverloads(members: readonly RawMember[]): RawMember[] {
  const joined = new Map<string, RawMember>();
  for (const member of members) {
    const key = `${member.isStatic ? 'static ' : ''}${member.name}`;
    const known = joined.get(key);
    if (known?.kind === 'property') continue;
    joined.set(key, known ? { ...known, signatures: [...known.signatures, ...member.signatures] } : member);
  }
  return [...joined.values()];
}
