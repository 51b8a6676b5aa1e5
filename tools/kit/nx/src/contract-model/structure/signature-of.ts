import { Node, type ParameterDeclaration, type TypeNode, type TypeParameterDeclaration } from 'ts-morph';
import type { Documentation } from '../docs/documentation.ts';
import type { Parameter, Signature, TypedText } from '../model.ts';
import { boundsIn } from '../docs/bounds.ts';
import { canonicalText } from './canonical-text.ts';
import { readTypeShape } from './read-type-shape.ts';

/** A callable declaration, or the callable type of a property. */
export interface CallableNode extends Node {
  getParameters(): ParameterDeclaration[];
  getReturnTypeNode(): TypeNode | undefined;
}

/** Returns the signature that callers see, with types as the source states them. */
export function signatureOf(node: CallableNode, documentation: Documentation): Signature {
  const returns = typed(node.getReturnTypeNode());
  const typeParameters = 'getTypeParameters' in node ? (node as WithTypeParameters).getTypeParameters() : [];
  const parameters = node.getParameters();
  return {
    text: textOf(typeParameters, parameters, returns),
    typeParameters: typeParameters.map(canonicalText),
    parameters: parameters
      .filter((parameter) => parameter.getName() !== 'this')
      .map((parameter) => parameterOf(parameter, documentation)),
    returns,
    isAsync: ['promise', 'asyncIterable'].includes(returns.shape.kind),
  };
}

export function typed(node: TypeNode | undefined): TypedText {
  return { text: node ? canonicalText(node) : 'unknown', shape: readTypeShape(node) };
}

interface WithTypeParameters {
  getTypeParameters(): TypeParameterDeclaration[];
}

function textOf(
  typeParameters: readonly TypeParameterDeclaration[],
  parameters: readonly ParameterDeclaration[],
  returns: TypedText,
): string {
  const generics = typeParameters.length === 0 ? '' : `<${typeParameters.map(canonicalText).join(', ')}>`;
  return `${generics}(${parameters.map(canonicalText).join(', ')}): ${returns.text}`;
}

function parameterOf(node: ParameterDeclaration, { params }: Documentation): Parameter {
  const name = nameOf(node);
  const description = params.get(name) ?? '';
  const bounds = boundsIn(description);
  return {
    name,
    isOptional: node.isOptional(),
    isRest: node.isRestParameter(),
    type: typed(node.getTypeNode()),
    description,
    ...(bounds ? { bounds } : {}),
  };
}

/** A destructured parameter has no name. */
function nameOf(node: ParameterDeclaration): string {
  return Node.isIdentifier(node.getNameNode()) ? node.getName() : 'options';
}
