import { Node } from 'ts-morph';
import { type Documentation, noDocumentation } from '../docs/documentation.ts';
import { declarationsOf } from './declarations-of.ts';
import { ownMembers } from './own-members.ts';
import type { RawMember } from './raw-member.ts';

/**
 * Returns all members of a contract: its own, then inherited ones. Undocumented overrides keep the base's
 * documentation.
 */
export function membersOf(declarations: readonly Node[]): RawMember[] {
  return collect(declarations, new Set());
}

function collect(declarations: readonly Node[], seen: Set<Node>): RawMember[] {
  const fresh = declarations.filter((declaration) => !seen.has(declaration));
  for (const declaration of fresh) seen.add(declaration);
  const own = ownMembers(fresh);
  const membersOfBases = (bases: readonly Base[]) =>
    bases.flatMap((base) =>
      collect(base.declarations, new Set(seen)).map((member) => ({
        ...member,
        inheritedFrom: member.inheritedFrom ?? base.name,
      })),
    );
  const inherited = membersOfBases(fresh.flatMap((declaration) => basesOf(heritage(declaration))));
  const implemented = membersOfBases(fresh.flatMap((declaration) => basesOf(implementedBy(declaration))));
  return merge(own, inherited, implemented);
}

interface Base {
  readonly name: string;
  readonly declarations: readonly Node[];
}

function basesOf(names: readonly Node[]): Base[] {
  return names.map((name) => ({
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
    const base = declaration.getExtends();
    return base ? [base.getExpression()] : [];
  }
  const type = Node.isTypeAliasDeclaration(declaration) ? declaration.getTypeNode() : undefined;
  const parts = Node.isIntersectionTypeNode(type) ? type.getTypeNodes() : [type];
  return parts.filter((part) => Node.isTypeReference(part)).map((part) => part.getTypeName());
}

/**
 * Returns the implemented interfaces. A class has only the members that it declares, but with the interfaces'
 * documentation.
 */
function implementedBy(declaration: Node): Node[] {
  return Node.isClassDeclaration(declaration)
    ? declaration.getImplements().map((type) => type.getExpression())
    : [];
}

function merge(
  own: readonly RawMember[],
  inherited: readonly RawMember[],
  implemented: readonly RawMember[],
): RawMember[] {
  const bases = new Map(inherited.toReversed().map((member) => [keyOf(member), member]));
  const words = new Map([...implemented.map((member) => [keyOf(member), member] as const), ...bases]);
  const known = new Set(own.map(keyOf));
  const completed = own.map((member) => withInheritedWords(member, words.get(keyOf(member))));
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
