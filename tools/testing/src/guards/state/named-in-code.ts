import { readFileSync } from 'node:fs';
import { type EvaluatedModule, evaluatedModules } from '../../modules/evaluated-modules.ts';
import { isSharedModule } from '../../modules/renew-modules.ts';
import type { GuardRecord } from '../record.ts';

/**
 * Which code of the workspace names something that has changed: the test file, whose doing it is then, or a module that the file has
 * loaded, which the next file loads for itself. What neither names a package has changed for itself: it stays, as the package does.
 */
export type NamedBy = 'test file' | 'module' | undefined;

export function namedBy({ filepath }: GuardRecord, name: PropertyKey): NamedBy {
  const text = typeof name === 'symbol' ? (name.description ?? '') : String(name);
  if (text === '') return undefined;
  if (names(readFileSync(filepath, 'utf8'), text)) return 'test file';
  return [...evaluatedModules()].some((module) => names(codeOf(module), text)) ? 'module' : undefined;
}

/** `setDefaultRefDate` names `defaultRefDate`, too. */
function names(code: string, text: string): boolean {
  return code.includes(text) || code.includes(`set${text.charAt(0).toUpperCase()}${text.slice(1)}`);
}

/** The code of a module that the running file has evaluated; empty for one that files share. */
function codeOf(module: EvaluatedModule): string {
  if (module.promise === undefined || isSharedModule(module)) return '';
  return module.meta?.code ?? '';
}
