import { Node } from 'ts-morph';
import { type Documentation, noDocumentation } from '../docs/documentation.ts';
import { declarationsOf } from './declarations-of.ts';
import { ownMembers } from './own-members.ts';
import type { RawMember } from './raw-member.ts';

/** All members of a contract: its own, then those that it inherits; undocumented overrides keep what the base says. */
export function membersOf(declarations: readonly Node[]): RawMember[] {
  return collect(declarations, new Set());
}

function collect(declarations: readonly Node[], seen: Set<Node>): RawMember[] {
  const fresh = declarations.filter((declaration) => !seen.has(declaration));
  for (const declaration of fresh) seen.add(declaration);
  const own = ownMembers(fresh);
  const inherited = fresh.flatMap(basesOf).flatMap(({ name, declarations: bases }) =>
    collect(bases, new Set(seen)).map((member) => ({
      ...member,
      inheritedFrom: member.inheritedFrom ?? name,
    })),
  );
  return merge(own, inherited);
}

interface Base {
  readonly name: string;
  readonly declarations: readonly Node[];
}

function basesOf(declaration: Node): Base[] {
  return heritage(declaration).map((name) => ({
    name: name.getText(),
    declarations: declarationsOf(name).filter(
      (node) =>
        Node.isInterfaceDeclaration(node) ||
        Node.isClassDeclaration(node) ||
        Node.isTypeAliasDeclaration(node),
    ),
  }));
}

function heritage(declaration: Node): Node[] {
  if (Node.isInterfaceDeclaration(declaration))
    return declaration.getExtends().map((type) => type.getExpression());
  if (Node.isClassDeclaration(declaration)) {
    const clauses = [declaration.getExtends(), ...declaration.getImplements()];
    return clauses.filter((type) => type !== undefined).map((type) => type.getExpression());
  }
  const type = Node.isTypeAliasDeclaration(declaration) ? declaration.getTypeNode() : undefined;
  const parts = Node.isIntersectionTypeNode(type) ? type.getTypeNodes() : [type];
  return parts.filter((part) => Node.isTypeReference(part)).map((part) => part.getTypeName());
}

function merge(own: readonly RawMember[], inherited: readonly RawMember[]): RawMember[] {
  const bases = new Map(inherited.toReversed().map((member) => [keyOf(member), member]));
  const known = new Set(own.map(keyOf));
  const completed = own.map((member) => withInheritedWords(member, bases.get(keyOf(member))));
  return [...completed, ...[...bases.values()].toReversed().filter((member) => !known.has(keyOf(member)))];
}

function keyOf({ isStatic, name }: RawMember): string {
  return `${isStatic ? 'static ' : ''}${name}`;
}

function withInheritedWords(member: RawMember, base: RawMember | undefined): RawMember {
  if (!base) return member;
  const signatures = member.signatures.map((own, index) => {
    const inherited = (base.signatures[index] ?? base.signatures[0])?.documentation ?? noDocumentation;
    return isSilent(own.documentation) ? { ...own, documentation: inherited } : own;
  });
  return { ...member, signatures };
}

function isSilent({ inherits, summary, returns, throws, remarks }: Documentation): boolean {
  return inherits || (summary === '' && returns.length + throws.length + remarks.length === 0);
}
