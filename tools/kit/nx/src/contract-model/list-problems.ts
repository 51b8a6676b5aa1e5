import type { Problem } from './model.ts';

/** Lists the problems that make a model unreliable, a line each. An undocumented contract is none of them. */
export function listProblems(problems: readonly Problem[]): string[] {
  return problems
    .filter(({ code }) => code !== 'undocumented')
    .map(({ place, message }) => `  ${place.file}:${place.line} ${message}`);
}
