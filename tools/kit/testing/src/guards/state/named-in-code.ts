import { readFileSync } from 'node:fs';
import { type EvaluatedModule, evaluatedModules } from '../../worker/evaluated-modules.ts';
import { isSharedModule } from '../../worker/renew-modules.ts';
import type { GuardRecord } from '../record.ts';

/**
 * Which code of the workspace names something that has changed: the test file, whose doing it is then, or a module that the file has
 * loaded, which the next file loads for itself. What neither names a package has changed for itself: it stays, as the package does.
 */
export type NamedBy = 'test file' | 'module' | undefined;

/** `names` stand in the same piece of code: `EventEmitter` and `defaultMaxListeners`, say. */
export function namedBy({ filepath }: GuardRecord, ...names: readonly PropertyKey[]): NamedBy {
  const texts = names.map((name) => (typeof name === 'symbol' ? (name.description ?? '') : String(name)));
  if (texts.includes('')) return undefined;
  const words = texts.map(wordOf);
  const isNamedIn = (code: string): boolean => words.every((word) => word.test(code));
  if (isNamedIn(readFileSync(filepath, 'utf8'))) return 'test file';
  return [...evaluatedModules()].some((module) => isNamedIn(codeOf(module))) ? 'module' : undefined;
}

/** `setDefaultRefDate` names `defaultRefDate`, too. */
function wordOf(text: string): RegExp {
  const setter = `set${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return new RegExp(`(?<![\\w$])(?:${RegExp.escape(text)}|${RegExp.escape(setter)})(?![\\w$])`);
}

/** The code of a module that the running file has evaluated; empty for one that files share. */
function codeOf(module: EvaluatedModule): string {
  if (module.promise === undefined || isSharedModule(module)) return '';
  return module.meta?.code ?? '';
}
