import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { UndeclaredInput } from './undeclared-inputs.ts';
import type { VitestTask } from './vitest-task.ts';

/** An input in Nx's notation. */
export type Declaration = string | { readonly env: string } | { readonly externalDependencies: string[] };

/** The folder in which runs store undeclared inputs for `nx g declare-inputs`. */
export const undeclaredFolder = '.vouch/undeclared';

/** Returns the declarations that add the inputs to the cache key. */
export function declarationsOf(undeclared: readonly UndeclaredInput[]): Declaration[] {
  return undeclared.map(declarationOf).filter((declaration) => declaration !== undefined);
}

/** Stores the declarations that a task lacks. Deletes the file if it lacks none. */
export function saveDeclarations(
  undeclared: readonly UndeclaredInput[],
  { projectRoot, level }: Pick<VitestTask, 'projectRoot' | 'level'>,
  root: string,
): void {
  const file = join(root, undeclaredFolder, projectRoot, `${level}.json`);
  const declarations = declarationsOf(undeclared);
  if (declarations.length === 0) return rmSync(file, { force: true });
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(declarations));
}

function declarationOf({ kind, name }: UndeclaredInput): Declaration | undefined {
  if (kind === 'variable') return { env: name };
  if (kind === 'package') return { externalDependencies: [name] };
  return kind === 'file' ? `{workspaceRoot}/${globOf(name)}` : undefined;
}

/** A key depends on the names in a folder if it contains all files of the folder. */
function globOf(name: string): string {
  return name
    .replace(/^\.\//, '')
    .replace(/(^|\/)$/, '$1*')
    .replace(/(^|\/)\*\*$/, '$1**/*');
}
