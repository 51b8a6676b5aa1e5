import { Node } from 'ts-morph';
import type { Documentation } from './docs/documentation.ts';
import { parseDocumentation } from './docs/parse-documentation.ts';
import type { Contract, ContractKind, Member } from './model.ts';
import { numberOutcomes } from './promises/number-outcomes.ts';
import { dependencyOutcome } from './promises/derived-outcomes.ts';
import type { Outcome } from './promises/outcome.ts';
import { promisesOfMember, promisedSentences } from './promises/promises-of-member.ts';
import { statedOutcomes } from './promises/stated-outcomes.ts';
import { commentOf } from './structure/comment-of.ts';
import type { Exported } from './structure/exported-declarations.ts';
import { membersOf } from './structure/members-of.ts';
import { placeOf } from './structure/place-of.ts';
import type { RawMember } from './structure/raw-member.ts';

/** Builds the contract of an export. Returns `undefined` for data, errors and constants. */
export function buildContract({ name, declarations }: Exported): Contract | undefined {
  const [first] = declarations;
  const kind = first ? kindOf(declarations) : undefined;
  if (!first || !kind || isError(first)) return undefined;
  const documentation = documentationOf(declarations.filter((node) => !isCalled(node)));
  const raw = membersOf(declarations);
  const waivers = documentation.waivers;
  const own = [...statedOutcomes(documentation), ...edgesOf(documentation, raw)].map((outcome) => ({
    outcome,
    signature: undefined,
    waivers,
  }));
  const call = statedOutcomes(documentation).length > 0 ? `${name}()` : name;
  const members = raw.map((member) =>
    memberOf(member.name === '' ? call : `${name}.${member.name}`, member, documentation),
  );
  const isOnlyData = members.every(isData) && statedOutcomes(documentation).length === 0;
  if (isOnlyData || (kind === 'type' && members.length === 0)) return undefined;
  return {
    name,
    kind,
    place: placeOf(first),
    summary: documentation.summary || (members[0]?.name === '' ? members[0].summary : ''),
    typeParameters: Node.isTypeParametered(first)
      ? first.getTypeParameters().map((node) => node.getText())
      : [],
    tenantScoped: documentation.tenantScoped,
    members,
    promises: numberOutcomes(name, own),
  };
}

function edgesOf(documentation: Documentation, members: readonly RawMember[]): Outcome[] {
  const signatures = members.flatMap((member) => member.signatures);
  const words = [documentation, ...signatures.map((signature) => signature.documentation)].flatMap(
    promisedSentences,
  );
  if (words.length === 0) return [];
  const called = members.map((member) => ({
    name: member.name,
    signatures: member.signatures.map(({ signature }) => signature),
  }));
  return dependencyOutcome(called, words.join('\n'));
}

function isData({ kind, promises }: Member): boolean {
  return kind === 'property' && promises.length === 0;
}

function kindOf(declarations: readonly Node[]): ContractKind | undefined {
  const kinds = declarations.map((node): ContractKind | undefined => {
    if (Node.isInterfaceDeclaration(node)) return 'interface';
    if (Node.isClassDeclaration(node)) return node.isAbstract() ? 'abstract class' : 'class';
    if (Node.isTypeAliasDeclaration(node)) return 'type';
    if (Node.isFunctionDeclaration(node)) return 'function';
    return Node.isVariableDeclaration(node) && isFunctionType(node) ? 'function' : undefined;
  });
  return kinds.find((kind) => kind !== undefined);
}

/** True if the documentation describes the call, which is a member by itself. */
function isCalled(node: Node): boolean {
  return Node.isFunctionDeclaration(node) || isFunctionType(node);
}

function isFunctionType(node: Node): boolean {
  return Node.isTyped(node) && Node.isFunctionTypeNode(node.getTypeNode());
}

function isError(node: Node): boolean {
  return Node.isClassDeclaration(node) && /Error$/.test(node.getExtends()?.getExpression().getText() ?? '');
}

function documentationOf(declarations: readonly Node[]): Documentation {
  const comment = declarations.map(commentOf).find((text) => text !== undefined);
  return parseDocumentation(comment);
}

/**
 * Builds a member. If the contract can be called and also promises something as a whole, the call is named
 * `Handler()`.
 */
function memberOf(id: string, raw: RawMember, documentation: Documentation): Member {
  const { name, kind, isStatic, isOptional, inheritedFrom, signatures, node } = raw;
  const summaries = signatures.map((signature) => signature.documentation.summary);
  return {
    name,
    id,
    kind,
    isStatic,
    isOptional,
    ...(inheritedFrom === undefined ? {} : { inheritedFrom }),
    summary: summaries.find((summary) => summary !== '') ?? '',
    place: placeOf(node),
    signatures: signatures.map(({ signature }) => signature),
    promises: promisesOfMember(id, raw, documentation),
  };
}
