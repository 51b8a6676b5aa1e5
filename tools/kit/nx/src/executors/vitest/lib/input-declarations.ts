import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { UndeclaredInput } from './undeclared-inputs.ts';
import type { VitestTask } from './vitest-task.ts';

/** An input as Nx takes it. */
export type Declaration = string | { readonly env: string } | { readonly externalDependencies: string[] };

/** The folder in which runs leave what was not declared, for `nx g declare-inputs`. */
export const undeclaredFolder = '.vouch/undeclared';

/** What has to be declared so that the next run finds all that it uses in its key. */
export function declarationsOf(undeclared: readonly UndeclaredInput[]): Declaration[] {
  return undeclared.map(declarationOf).filter((declaration) => declaration !== undefined);
}

/** Leaves what a task has to declare, or nothing where it declares all that it used. */
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

/** The names in a folder are in a key where all files in it are. */
function globOf(name: string): string {
  return name
    .replace(/^\.\//, '')
    .replace(/(^|\/)$/, '$1*')
    .replace(/(^|\/)\*\*$/, '$1**/*');
}
