import type { Tree } from '@nx/devkit';
import { ts } from 'ts-morph';
import { formatText } from './format-text.ts';
import { type ImportOf, insertImport } from './insert-import.ts';

export interface Fixture {
  readonly name: string;
  readonly documentation: string;
  /** The function that creates the fixture, as text. */
  readonly make: string;
  readonly imports: readonly ImportOf[];
}

/** Appends a fixture to the chain `export const test = …`, unless it exists. */
export async function insertFixture(tree: Tree, fixture: Fixture, file: string): Promise<string> {
  const text = tree.read(file, 'utf-8') ?? '';
  const initializer = testIn(text);
  if (!initializer) {
    throw new Error(
      `${file} has no "export const test = …", so the fixture "${fixture.name}" cannot be added. ` +
        `Add: export const test = base.extend('${fixture.name}', ${fixture.make});`,
    );
  }
  if (fixtureNames(text).includes(fixture.name)) return text;
  const link = await linkOf(tree, fixture, file);
  const at = initializer.getEnd();
  const added = `${text.slice(0, at)}\n${link}${text.slice(at)}`;
  return fixture.imports.reduce(insertImport, added);
}

/** Renders the link of the chain, formatted. */
async function linkOf(tree: Tree, { name, documentation, make }: Fixture, file: string): Promise<string> {
  const chain = `base\n${commentOf(documentation)}\n.extend('${name}', ${make})`;
  const formatted = (await formatText(tree, file, chain)).trimEnd();
  return formatted.replace(/^base\n/, '').replace(/;$/, '');
}

function commentOf(text: string): string {
  if (text.length <= 100) return `/** ${text} */`;
  const lines = text.match(/.{1,100}(?:\s|$)/g) ?? [text];
  return ['/**', ...lines.map((line) => ` * ${line.trim()}`), ' */'].join('\n');
}

/** Returns the fixtures that a fixtures file adds with `.extend('name', …)` or `.extend({ name: … })`. */
export function fixtureNames(text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isExtend(node.expression))
      found.push(...namesInArgument(node.arguments[0]));
    ts.forEachChild(node, visit);
  };
  visit(parse(text));
  return found;
}

/**
 * True if a fixtures file states the type of its `test`. A fixture that is only added to the chain is missing from
 * that type.
 */
export function isTestTyped(text: string): boolean {
  const test = testIn(text);
  return test !== undefined && ts.isAsExpression(test);
}

function testIn(text: string): ts.Expression | undefined {
  return parse(text)
    .statements.filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
    .find(({ name }) => ts.isIdentifier(name) && name.text === 'test')?.initializer;
}

function parse(text: string): ts.SourceFile {
  return ts.createSourceFile('fixtures.ts', text, ts.ScriptTarget.ESNext, true);
}

function isExtend(node: ts.Expression): boolean {
  return ts.isPropertyAccessExpression(node) && node.name.text === 'extend';
}

function namesInArgument(argument: ts.Expression | undefined): string[] {
  if (!argument) return [];
  if (ts.isStringLiteralLike(argument)) return [argument.text];
  if (!ts.isObjectLiteralExpression(argument)) return [];
  return argument.properties.flatMap(({ name }) => (name && ts.isIdentifier(name) ? [name.text] : []));
}
