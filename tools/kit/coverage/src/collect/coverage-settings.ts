import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CoverageOptions } from 'vitest/node';

const provider = fileURLToPath(import.meta.resolve('@vouch/coverage/provider'));

let folder: string | undefined;

/**
 * Returns Vitest's settings if Node is to count (NODE_V8_COVERAGE). A Vitest counts in its workers itself, so it
 * hides the variable from them and passes it on to their child processes. Undefined if Node is not to count.
 */
export function coverageSettings(env: NodeJS.ProcessEnv = process.env): CoverageOptions | undefined {
  folder ??= env.NODE_V8_COVERAGE || undefined;
  delete env.NODE_V8_COVERAGE;
  if (folder === undefined) return undefined;
  return {
    enabled: true,
    provider: 'custom',
    customProviderModule: provider,
    autoAttachSubprocess: true,
    reportsDirectory: join(folder, `vitest-${process.pid}`),
    reportOnFailure: true,
  };
}
