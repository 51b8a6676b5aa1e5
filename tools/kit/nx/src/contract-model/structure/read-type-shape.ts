import {
  type InterfaceDeclaration,
  Node,
  SyntaxKind,
  type TypeAliasDeclaration,
  type TypeNode,
} from 'ts-morph';
import type { TypeShape } from '../type-shape.ts';
import { declarationsOf } from './declarations-of.ts';
import { builtInShape } from './built-in-shape.ts';

/** The state of the walk into a type. All branches share the budget, so wide types end in `unknown`. */
interface Walk {
  readonly bindings: ReadonlyMap<string, TypeShape>;
  readonly depth: number;
  readonly budget: { left: number };
}

const deepest = 6;
const widest = 250;
const unknown: TypeShape = { kind: 'unknown' };

const keywords = new Map<string, TypeShape>([
  ['string', { kind: 'string' }],
  ['number', { kind: 'number' }],
  ['boolean', { kind: 'boolean' }],
  ['bigint', { kind: 'bigint' }],
  ['null', { kind: 'null' }],
  ['undefined', { kind: 'undefined' }],
  ['void', { kind: 'undefined' }],
  ['unknown', { kind: 'any' }],
  ['any', { kind: 'any' }],
  ['object', { kind: 'record', key: { kind: 'string' }, value: { kind: 'any' } }],
]);

/** Reads the shape of a type as the source states it, following names that the program declares. */
export function readTypeShape(type: TypeNode | undefined): TypeShape {
  return walk(type, { bindings: new Map(), depth: 0, budget: { left: widest } });
}

function walk(type: TypeNode | undefined, at: Walk): TypeShape {
  at.budget.left -= 1;
  if (!type || at.depth > deepest || at.budget.left < 0) return unknown;
  const inner = (node: TypeNode | undefined) => walk(node, { ...at, depth: at.depth + 1 });
  const keyword = keywords.get(type.getText());
  if (keyword) return keyword;
  if (Node.isParenthesizedTypeNode(type)) return inner(type.getTypeNode());
  if (Node.isArrayTypeNode(type)) return { kind: 'array', of: inner(type.getElementTypeNode()) };
  if (Node.isTupleTypeNode(type))
    return { kind: 'tuple', of: type.getElements().filter(isRequired).map(inner) };
  if (Node.isNamedTupleMember(type)) return inner(type.getTypeNode());
  if (Node.isUnionTypeNode(type)) return { kind: 'union', of: type.getTypeNodes().map(inner) };
  if (Node.isTypeOperatorTypeNode(type))
    return type.getOperator() === SyntaxKind.ReadonlyKeyword ? inner(type.getTypeNode()) : unknown;
  if (Node.isFunctionTypeNode(type)) return { kind: 'function', returns: inner(type.getReturnTypeNode()) };
  if (Node.isLiteralTypeNode(type)) return literal(type.getLiteral());
  if (Node.isTypeLiteral(type)) return objectOf(type, inner);
  if (Node.isIntersectionTypeNode(type)) return intersection(type.getTypeNodes().map(inner));
  return reference(type, at);
}

/** Optional tuple elements need no value. */
function isRequired(element: TypeNode): boolean {
  if (Node.isNamedTupleMember(element)) return !element.hasQuestionToken() && !element.getDotDotDotToken();
  return element.getKind() !== SyntaxKind.OptionalType && element.getKind() !== SyntaxKind.RestType;
}

function literal(node: Node): TypeShape {
  if (Node.isStringLiteral(node) || Node.isNoSubstitutionTemplateLiteral(node))
    return { kind: 'literal', value: node.getLiteralText() };
  if (Node.isNumericLiteral(node)) return { kind: 'literal', value: node.getLiteralValue() };
  if (Node.isTrueLiteral(node) || Node.isFalseLiteral(node))
    return { kind: 'literal', value: node.getLiteralValue() };
  return node.getText() === 'null' ? { kind: 'null' } : unknown;
}

interface WithMembers {
  getMembers(): Node[];
}

function objectOf(node: WithMembers, inner: (type: TypeNode | undefined) => TypeShape): TypeShape {
  const [only, ...others] = node.getMembers();
  if (Node.isIndexSignatureDeclaration(only) && others.length === 0) {
    return { kind: 'record', key: inner(only.getKeyTypeNode()), value: inner(only.getReturnTypeNode()) };
  }
  const properties = node.getMembers().flatMap((member) => {
    if (!Node.isPropertySignature(member)) return [];
    const isOptional = member.hasQuestionToken();
    return [{ name: member.getName(), isOptional, shape: inner(member.getTypeNode()) }];
  });
  return properties.length === node.getMembers().length ? { kind: 'object', properties } : unknown;
}

function intersection(parts: readonly TypeShape[]): TypeShape {
  const objects = parts.filter((part) => part.kind === 'object');
  const [first] = parts;
  if (objects.length < parts.length)
    return first?.kind === 'string' || first?.kind === 'number'
      ? { kind: first.kind, isBranded: true }
      : unknown;
  return withProperties(objects, () => unknown);
}

/** Merges properties. The last declaration of a property wins, or the two are combined. */
function withProperties(
  objects: readonly Extract<TypeShape, { kind: 'object' }>[],
  join: (last: TypeShape) => TypeShape = (last) => last,
): TypeShape {
  const byName = Map.groupBy(
    objects.flatMap(({ properties }) => properties),
    ({ name }) => name,
  );
  const properties = [...byName.values()].flatMap((same) => {
    const last = same.at(-1);
    return last ? [{ ...last, shape: same.length > 1 ? join(last.shape) : last.shape }] : [];
  });
  return { kind: 'object', properties };
}

function reference(type: TypeNode, at: Walk): TypeShape {
  const nameNode = nameOf(type);
  if (!nameNode) return unknown;
  const bound = at.bindings.get(nameNode.getText());
  if (bound) return bound;
  const down = { ...at, depth: at.depth + 1 };
  const inner = argumentsOf(type).map((argument) => walk(argument, down));
  const declarations = declarationsOf(nameNode);
  if (declarations.some((node) => Node.isTypeParameterDeclaration(node)))
    return { kind: 'parameter', name: nameNode.getText() };
  const declaration = declarations.find(isObjectOrAlias);
  if (declaration && isJson(declaration)) return { kind: 'json', name: nameNode.getText() };
  if (declarations.some((node) => Node.isEnumDeclaration(node))) return unknown;
  return declaration ? declaredShape(declaration, inner, down) : builtInShape(nameNode.getText(), inner);
}

function nameOf(type: TypeNode): Node | undefined {
  if (Node.isTypeReference(type)) return type.getTypeName();
  return Node.isExpressionWithTypeArguments(type) ? type.getExpression() : undefined;
}

function argumentsOf(type: TypeNode): TypeNode[] {
  return Node.isTypeReference(type) || Node.isExpressionWithTypeArguments(type)
    ? type.getTypeArguments()
    : [];
}

function isObjectOrAlias(node: Node): node is InterfaceDeclaration | TypeAliasDeclaration {
  return Node.isInterfaceDeclaration(node) || Node.isTypeAliasDeclaration(node);
}

function declaredShape(
  declaration: InterfaceDeclaration | TypeAliasDeclaration,
  given: readonly TypeShape[],
  at: Walk,
): TypeShape {
  const parameters = declaration.getTypeParameters().map((parameter) => parameter.getName());
  const bindings = new Map(parameters.map((parameter, index) => [parameter, given[index] ?? unknown]));
  const follow = (node: TypeNode | undefined) => walk(node, { ...at, bindings });
  if (Node.isTypeAliasDeclaration(declaration)) return follow(declaration.getTypeNode());
  const parts = [...declaration.getExtends().map(follow), objectOf(declaration, follow)];
  const objects = parts.filter((part) => part.kind === 'object');
  return objects.length < parts.length ? unknown : withProperties(objects);
}

/** True for a union of JSON values that refers to itself in its lists and objects. */
function isJson(declaration: InterfaceDeclaration | TypeAliasDeclaration): boolean {
  const type = Node.isTypeAliasDeclaration(declaration) ? declaration.getTypeNode() : undefined;
  if (!Node.isUnionTypeNode(type)) return false;
  const parts = type.getTypeNodes().map((part) => part.getText());
  const plain = ['string', 'number', 'boolean', 'null'];
  const rest = parts.filter((part) => !plain.includes(part));
  const name = new RegExp(`\\b${declaration.getName()}\\b`);
  return (
    plain.every((each) => parts.includes(each)) && rest.length === 2 && rest.every((part) => name.test(part))
  );
}
