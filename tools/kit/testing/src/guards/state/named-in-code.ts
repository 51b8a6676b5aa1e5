import { readFileSync } from 'node:fs';
import { type EvaluatedModule, evaluatedModules } from '../../worker/evaluated-modules.ts';
import { isSharedModule } from '../../worker/renew-modules.ts';
import type { GuardRecord } from '../record.ts';

/**
 * The code of the workspace that mentions a changed name: the test file, which is then responsible, or a module of
 * the file, which the next file loads again. A package has changed a name that neither mentions, and the change stays
 * like the package.
 */
export type NamedBy = 'test file' | 'module' | undefined;

/** Finds the code that mentions all the names, for example `EventEmitter` and `defaultMaxListeners`. */
export function namedBy({ filepath }: GuardRecord, ...names: readonly PropertyKey[]): NamedBy {
  const texts = names.map((name) => (typeof name === 'symbol' ? (name.description ?? '') : String(name)));
  if (texts.includes('')) return undefined;
  const words = texts.map(wordOf);
  const isNamedIn = (code: string): boolean => words.every((word) => word.test(code));
  if (isNamedIn(readFileSync(filepath, 'utf8'))) return 'test file';
  return [...evaluatedModules()].some((module) => isNamedIn(codeOf(module))) ? 'module' : undefined;
}

/** Matches the name and its setter: `setDefaultRefDate` mentions `defaultRefDate`. */
function wordOf(text: string): RegExp {
  const setter = `set${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return new RegExp(`(?<![\\w$])(?:${RegExp.escape(text)}|${RegExp.escape(setter)})(?![\\w$])`);
}

/** Returns the code of a module that the running file has evaluated; empty for a shared module. */
function codeOf(module: EvaluatedModule): string {
  if (module.promise === undefined || isSharedModule(module)) return '';
  return module.meta?.code ?? '';
}
