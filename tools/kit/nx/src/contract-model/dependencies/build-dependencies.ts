import {
  type ClassDeclaration,
  type FunctionDeclaration,
  Node,
  type ParameterDeclaration,
  type TypeNode,
} from 'ts-morph';
import { buildContract } from '../build-contract.ts';
import type { ContractSources } from '../sources.ts';
import { canonicalText } from '../structure/canonical-text.ts';
import { createProgram, pathOf } from '../structure/create-program.ts';
import { declarationsOf } from '../structure/declarations-of.ts';
import { exportedDeclarations } from '../structure/exported-declarations.ts';
import { readTypeShape } from '../structure/read-type-shape.ts';
import type { Dependency, Origin } from './dependency.ts';

/**
 * Reads the dependencies of the factories and classes that an app library exports: from their parameters, never from
 * their bodies. A parameter object is split into its properties.
 */
export function buildDependencies(sources: ContractSources, component: string): Dependency[] {
  const project = createProgram(sources);
  const entry = project.getSourceFile(`/libs/${component}/app/src/index.ts`);
  if (!entry) return [];
  const givers = exportedDeclarations(entry).flatMap(({ name, declarations }) =>
    declarations.flatMap((node) => parametersOf(node).map((parameter) => ({ name, parameter }))),
  );
  const found = givers.flatMap(({ name, parameter }) =>
    partsOf(parameter, component).map((part) => dependencyOf(part, name, component, sources)),
  );
  return [...new Map(found.map((dependency) => [dependency.name, dependency])).values()];
}

function parametersOf(node: Node): ParameterDeclaration[] {
  if (Node.isFunctionDeclaration(node)) return isFactory(node) ? node.getParameters() : [];
  return Node.isClassDeclaration(node) ? constructorParameters(node) : [];
}

function isFactory(node: FunctionDeclaration): boolean {
  return /^(?:create|make|build|open|start|new)\p{Lu}/u.test(node.getName() ?? '');
}

function constructorParameters(node: ClassDeclaration): ParameterDeclaration[] {
  return node.getConstructors()[0]?.getParameters() ?? [];
}

interface Part {
  readonly name: string;
  readonly type: TypeNode | undefined;
  readonly isOptional: boolean;
}

/** Returns the parameter itself, or the properties of a parameter object that the app library declares. */
function partsOf(parameter: ParameterDeclaration, component: string): Part[] {
  const type = parameter.getTypeNode();
  const declaration = declaredBy(type);
  const isOwn = declaration && pathOf(declaration.getSourceFile()).startsWith(`libs/${component}/app/`);
  if (isOwn && (Node.isInterfaceDeclaration(declaration) || Node.isTypeLiteral(declaration))) {
    return declaration.getProperties().map((property) => ({
      name: property.getName(),
      type: property.getTypeNode(),
      isOptional: property.hasQuestionToken(),
    }));
  }
  return [{ name: nameOf(parameter), type, isOptional: parameter.isOptional() }];
}

/** Resolves a name or its alias to an interface; other types stand for themselves. */
function declaredBy(type: TypeNode | undefined): Node | undefined {
  if (!Node.isTypeReference(type)) return type;
  const declarations = declarationsOf(type.getTypeName());
  return (
    declarations.find(Node.isInterfaceDeclaration) ??
    declarations.find(Node.isTypeAliasDeclaration)?.getTypeNode()
  );
}

/** Names a parameter. A destructured one has no name and takes that of its type. */
function nameOf(parameter: ParameterDeclaration): string {
  const type = parameter.getTypeNode();
  if (Node.isIdentifier(parameter.getNameNode()) || !Node.isTypeReference(type)) return parameter.getName();
  return type
    .getTypeName()
    .getText()
    .replace(/^.*\./, '')
    .replace(/^./u, (first) => first.toLowerCase());
}

function dependencyOf(
  { name, type, isOptional }: Part,
  of: string,
  component: string,
  sources: ContractSources,
): Dependency {
  const reference = Node.isTypeReference(type) ? type.getTypeName() : undefined;
  const declarations = reference ? declarationsOf(reference) : [];
  const typeName = reference?.getText();
  const origin = originOf(reference, declarations, component, sources);
  return {
    name,
    type: type ? canonicalText(type) : 'unknown',
    typeName,
    of,
    isOptional,
    shape: readTypeShape(type),
    origin,
    exported: declarations[0] ? exportsBeside(declarations[0], sources) : [],
    contract: typeName === undefined ? undefined : contractIn(typeName, declarations),
  };
}

function exportsBeside(declaration: Node, { components }: ContractSources): string[] {
  const path = pathOf(declaration.getSourceFile());
  const owner = components.find(({ root }) => path.startsWith(`${root}/`));
  const entry = owner && declaration.getProject().getSourceFile(`/${owner.entry}`);
  return entry ? exportedDeclarations(entry).map(({ name }) => name) : [];
}

function contractIn(name: string, declarations: readonly Node[]): Dependency['contract'] {
  const declared = declarations.filter(
    (node) => Node.isInterfaceDeclaration(node) || Node.isClassDeclaration(node),
  );
  return declared.length === 0 ? undefined : buildContract({ name, declarations: declared });
}

function originOf(
  reference: Node | undefined,
  declarations: readonly Node[],
  component: string,
  sources: ContractSources,
): Origin {
  if (!reference) return { kind: 'language' };
  const path = declarations[0] ? pathOf(declarations[0].getSourceFile()) : undefined;
  const imported = importedFrom(reference);
  if (
    path === undefined ||
    (imported !== undefined && !imported.startsWith('.') && !path.startsWith('libs/'))
  )
    return imported === undefined ? { kind: 'language' } : { kind: 'package', package: imported };
  const [, owner = '', library] = path.split('/');
  if (owner === component) return { kind: 'own', library: library === 'contract' ? 'contract' : 'app' };
  const source = sources.components.find((each) => each.name === owner);
  return { kind: 'component', component: owner, package: source?.package ?? owner };
}

/** Returns the module that the file imports a name from. */
function importedFrom(reference: Node): string | undefined {
  const name = reference.getText().split('.')[0];
  const declaration = reference
    .getSourceFile()
    .getImportDeclarations()
    .find((node) =>
      node.getNamedImports().some((each) => (each.getAliasNode()?.getText() ?? each.getName()) === name),
    );
  return declaration?.getModuleSpecifierValue();
}
