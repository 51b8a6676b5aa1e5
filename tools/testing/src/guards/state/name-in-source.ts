import { readFileSync } from 'node:fs';
import { evaluatedModules } from '../../modules/evaluated-modules.ts';
import { isSharedModule } from '../../modules/renew-modules.ts';

/**
 * Whether a test file names something itself. What packages leave while they are loaded stays, for they are not loaded again; what
 * the file itself names is its own doing.
 */
export function nameInSource(filepath: string, name: PropertyKey): boolean {
  const text = textOf(name);
  return text !== '' && readFileSync(filepath, 'utf8').includes(text);
}

/** Whether a module of the workspace does, which the next file evaluates for itself. */
export function nameInRenewedModules(name: PropertyKey): boolean {
  const text = textOf(name);
  return (
    text !== '' &&
    [...evaluatedModules()].some((module) => !isSharedModule(module) && codeOf(module).includes(text))
  );
}

function textOf(name: PropertyKey): string {
  return typeof name === 'symbol' ? (name.description ?? '') : String(name);
}

function codeOf({
  promise,
  meta,
}: {
  readonly promise?: unknown;
  readonly meta?: object | undefined;
}): string {
  const { code = '' } = (promise === undefined ? {} : (meta ?? {})) as { readonly code?: string };
  return code;
}
