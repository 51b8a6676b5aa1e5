import type { Tree } from '@nx/devkit';
import { ts } from 'ts-morph';
import { sourcesIn } from '../../../../contract-model/index.ts';
import type { DocumentedTrait } from '../model/factory-plan.ts';

/**
 * Reads the traits in the entities' documentation: `@trait expired` and an object in backticks, optionally with a
 * few words after it. Keyed by the name of the declaration.
 */
export function readDocumentedTraits(
  tree: Tree,
  folder: string,
): ReadonlyMap<string, readonly DocumentedTrait[]> {
  const statements = sourcesIn(tree, folder)
    .map((path) => tree.read(path, 'utf-8') ?? '')
    .filter((text) => text.includes('@trait'))
    .flatMap((text) => [...ts.createSourceFile('entity.ts', text, ts.ScriptTarget.ESNext, true).statements]);
  const found = statements.flatMap((statement) =>
    namesOf(statement).map((name): [string, DocumentedTrait[]] => [name, traitsIn(name, statement)]),
  );
  return new Map(found.filter(([, traits]) => traits.length > 0));
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isClassDeclaration(statement)) return statement.name ? [statement.name.text] : [];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ name }) =>
    ts.isIdentifier(name) ? [name.text] : [],
  );
}

function traitsIn(entity: string, statement: ts.Statement): DocumentedTrait[] {
  return ts
    .getJSDocTags(statement)
    .filter(({ tagName }) => tagName.text === 'trait')
    .map((tag) => {
      const text = ts.getTextOfJSDocComment(tag.comment)?.replaceAll(/\s+/g, ' ') ?? '';
      const [, name, values, words = ''] = /^([a-z][\w$]*) `(\{[^`]*\})`(?: -)?(.*)$/i.exec(text) ?? [];
      if (name !== undefined && values !== undefined) return { name, values, text: words.trim() };
      throw new Error(
        `${entity} has "@trait ${text}", which is not a valid trait. Nothing was written. ` +
          'Expected a name and its values in backticks: @trait expired `{ expiresAt: new Date(0) }`',
      );
    });
}
