import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CoverageOptions } from 'vitest/node';

const provider = fileURLToPath(import.meta.resolve('@vouch/coverage/provider'));

let folder: string | undefined;

/**
 * Vitest's settings where Node was told to count (NODE_V8_COVERAGE): a Vitest counts in its workers by itself, so it takes
 * the variable away from them and hands it to what they start. Undefined where nobody counts.
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
