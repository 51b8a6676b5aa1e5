import { readJson, type Tree, visitNotIgnoredFiles } from '@nx/devkit';
import { workspacePackages } from './workspace-packages.ts';

interface Manifest {
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
}

/** Throws if a package outside of the component depends on it or imports it. */
export function requireNoDependents(tree: Tree, component: string, packages: readonly string[]): void {
  const others = [...workspacePackages(tree).values()].filter(
    (folder) => !folder.startsWith(`libs/${component}/`),
  );
  const dependents = others.flatMap((folder) => dependentsIn(tree, folder, packages));
  if (dependents.length === 0) return;
  throw new Error(
    `The component "${component}" cannot be removed, because others depend on it. Nothing was written. Expected none of these:\n` +
      `${dependents.map((dependent) => `  ${dependent}`).join('\n')}\nRemove them first, then run: nx g remove-component ${component}`,
  );
}

function dependentsIn(tree: Tree, folder: string, packages: readonly string[]): string[] {
  const { dependencies, devDependencies } = readJson<Manifest>(tree, `${folder}/package.json`);
  const all = { ...dependencies, ...devDependencies };
  const named = packages
    .filter((name) => name in all)
    .map((name) => `${folder}/package.json depends on ${name}`);
  // The kit imports no component; matches there are texts in its tests.
  if (folder.startsWith('tools/')) return named;
  const imports: string[] = [];
  visitNotIgnoredFiles(tree, folder, (path) => {
    if (!/\.[mc]?[tj]s$/.test(path)) return;
    const text = tree.read(path, 'utf-8') ?? '';
    const name = packages.find((each) =>
      new RegExp(`\\b(?:from|import)\\s*\\(?\\s*['"]${RegExp.escape(each)}['"/]`).test(text),
    );
    if (name !== undefined) imports.push(`${path} imports ${name}`);
  });
  return [...named, ...imports];
}
