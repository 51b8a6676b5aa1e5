import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** The imports of modules, as paths relative to a source folder. */
export type ModuleGraph = ReadonlyMap<string, readonly string[]>;

/** Reads the relative imports of all modules below a source folder, including imports of types and dynamic imports. */
export function readModuleGraph(folder: string): ModuleGraph {
  const modules = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isModule);
  const known = new Set(modules);
  return new Map(
    modules.map((module) => {
      const imports = relativeImports(readFileSync(join(folder, module), 'utf8'));
      return [module, imports.map((path) => join(dirname(module), path)).filter((path) => known.has(path))];
    }),
  );
}

/** Removes modules that nothing imports, such as tests, from a graph. */
export function withoutTests(graph: ModuleGraph): ModuleGraph {
  return new Map([...graph].filter(([module]) => !module.endsWith('.spec.ts')));
}

function isModule(path: string): boolean {
  return path.endsWith('.ts') && !path.endsWith('.d.ts');
}

function relativeImports(source: string): string[] {
  const { importedFiles } = ts.preProcessFile(source, true, true);
  return importedFiles.map(({ fileName }) => fileName).filter((name) => name.startsWith('.'));
}
