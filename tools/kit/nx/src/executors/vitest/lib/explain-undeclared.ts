import { styleText } from 'node:util';
import { type Declaration, declarationsOf } from './input-declarations.ts';
import type { UndeclaredInput } from './undeclared-inputs.ts';
import type { VitestTask } from './vitest-task.ts';

/** Number of inputs to name; the rest are counted. */
const shown = 12;

/**
 * Explains which inputs of a task its cache key lacks, with the lines that declare them and the command that adds
 * them.
 */
export function explainUndeclared(
  undeclared: readonly UndeclaredInput[],
  { project, projectRoot, level }: Pick<VitestTask, 'project' | 'projectRoot' | 'level'>,
  ci: boolean,
): string[] {
  if (undeclared.length === 0) return [];
  const consequence = ci ? 'The run fails because CI is set' : 'The result is not cached';
  const headline = `   ${consequence}: it depends on inputs that ${project} does not declare.`;
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
          '   Nx does not hash files that .gitignore or .nxignore lists. Remove the file from the list, or let the test write it.',
        ]
      : []),
    ...(kinds.has('server')
      ? [
          `   The cache key names a server only if the level needs one. Move the test to such a level, or set "needs" of ${level} in nx.json.`,
        ]
      : []),
  ];
}
