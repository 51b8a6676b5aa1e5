import { styleText } from 'node:util';
import { type Declaration, declarationsOf } from './input-declarations.ts';
import type { UndeclaredInput } from './undeclared-inputs.ts';
import type { VitestTask } from './vitest-task.ts';

/** How many inputs are named before the rest is counted. */
const shown = 12;

/** What a task used that its key does not depend on, with the lines that declare it and the command that adds them. */
export function explainUndeclared(
  undeclared: readonly UndeclaredInput[],
  { project, projectRoot, level }: Pick<VitestTask, 'project' | 'projectRoot' | 'level'>,
  ci: boolean,
): string[] {
  if (undeclared.length === 0) return [];
  const consequence = ci ? 'With CI set, that fails' : 'It is not cached';
  const headline = `   ${consequence}: the result depends on what ${project} does not declare.`;
  const lines = undeclared.map(({ kind, name, by = 'its tests' }) => `     ${kind} ${name}, used by ${by}`);
  const declarations = declarationsOf(undeclared);
  return [
    styleText(ci ? 'red' : 'yellow', headline),
    ...lines.slice(0, shown),
    ...(lines.length > shown ? [`     … and ${lines.length - shown} more`] : []),
    ...(declarations.length === 0
      ? []
      : [
          `   Declare in ${projectRoot}/package.json: "vouch": { "inputs": { "${level}": ${shorten(declarations)} } }`,
          `   or run: npx nx g @vouch/nx:declare-inputs ${project}`,
        ]),
    ...otherFixes(undeclared, level),
  ];
}

function shorten([first, ...others]: readonly Declaration[]): string {
  return `[${JSON.stringify(first)}${others.length > 0 ? `, … ${others.length} more` : ''}]`;
}

function otherFixes(undeclared: readonly UndeclaredInput[], level: string): string[] {
  const kinds = new Set(undeclared.map(({ kind }) => kind));
  return [
    ...(kinds.has('ignored file')
      ? [
          '   Nx hashes no file that .gitignore or .nxignore names: take it out of there, or let the test write it.',
        ]
      : []),
    ...(kinds.has('server')
      ? [
          `   A server is part of the key where the level needs one: move the test, or set "needs" of ${level} in nx.json.`,
        ]
      : []),
  ];
}
