import { join } from 'node:path';
import type { Tree } from '@nx/devkit';
import { Project, ts } from 'ts-morph';
import { sourcesIn } from '../../../../contract-model/index.ts';
import { packageNameOf, workspacePackages } from '../../../lib/workspace-packages.ts';
import type { EntityModel, PropertyModel } from '../model/entity-model.ts';
import { exampleOf } from './example-of.ts';

/**
 * Reads examples for columns whose type only the compiler knows: JSON, and types narrowed by `$type`. The compiler
 * takes some seconds, so it runs only if there is such a column.
 */
export function readExamples(
  tree: Tree,
  component: string,
  entities: readonly EntityModel[],
): ReadonlyMap<string, string> {
  const isNarrowed = sourcesIn(tree, `libs/${component}/app`).some((path) =>
    tree.read(path, 'utf-8')?.includes('.$type<'),
  );
  const asked = entities
    .filter(({ exportName }) => exportName !== undefined)
    .filter(({ properties }) => isNarrowed || properties.some(isUnknown));
  if (asked.length === 0) return new Map();
  return new Map(examplesIn(program(tree, component, asked), asked, isNarrowed));
}

function isUnknown({ kind, runtimeType, array, embedded }: PropertyModel): boolean {
  const known = new Set(['string', 'number', 'bigint', 'boolean', 'Date', 'Buffer']);
  if (kind === 'embedded') return embedded.some(isUnknown);
  return kind === 'scalar' && !array && !known.has(runtimeType);
}

/** Renders a module with a typed variable for each entity. */
function program(tree: Tree, component: string, entities: readonly EntityModel[]): Project {
  const root = join(tree.root, 'libs', component);
  const paths = [...workspacePackages(tree)].map(([name, folder]): [string, string[]] => [
    name,
    [join(tree.root, folder, 'src/index.ts')],
  ]);
  const project = new Project({
    skipAddingFilesFromTsConfig: true,
    compilerOptions: {
      target: ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      lib: ['lib.esnext.d.ts'],
      types: [],
      strict: true,
      skipLibCheck: true,
      allowImportingTsExtensions: true,
      noEmit: true,
      paths: Object.fromEntries(paths),
    },
  });
  for (const { path, type, content } of tree.listChanges()) {
    if (type === 'DELETE' || !path.endsWith('.ts')) continue;
    project.createSourceFile(join(tree.root, path), content?.toString('utf8') ?? '', { overwrite: true });
  }
  const names = entities.map(({ exportName }) => exportName ?? '');
  const library = packageNameOf(tree, `libs/${component}/app`);
  const lines = [
    `import { ${names.join(', ')} } from '${library}';`,
    "import type { InferEntity } from '@mikro-orm/core';",
    ...names.map((name) => `export declare const of${name}: InferEntity<typeof ${name}>;`),
  ];
  project.createSourceFile(join(root, 'app/src/entities-of-factories.ts'), lines.join('\n'));
  return project;
}

function examplesIn(
  project: Project,
  entities: readonly EntityModel[],
  isNarrowed: boolean,
): [string, string][] {
  const file = project.getSourceFileOrThrow('entities-of-factories.ts');
  return entities.flatMap(({ name, exportName, properties }) => {
    const variable = file.getVariableDeclarationOrThrow(`of${exportName ?? ''}`);
    return properties.flatMap((property): [string, string][] => {
      if (property.kind !== 'scalar' || property.items.length > 0 || !(isNarrowed || isUnknown(property)))
        return [];
      const type = variable.getType().getProperty(property.name)?.getTypeAtLocation(variable);
      const example = type && exampleOf(type, variable, isUnknown(property));
      return example === undefined ? [] : [[`${name}.${property.name}`, example]];
    });
  });
}
