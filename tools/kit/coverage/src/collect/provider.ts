import v8 from '@vitest/coverage-v8';
import type { CoverageProviderModule } from 'vitest/node';

/**
 * Vitest's own counting in workers, with a provider that separates code rewritten by Vite from code that Node ran
 * unchanged.
 */
const module: CoverageProviderModule = {
  startCoverage: (options) => v8.startCoverage?.(options),
  takeCoverage: (options) => v8.takeCoverage?.(options),
  stopCoverage: (options) => v8.stopCoverage?.(options),
  getProvider: async () => {
    const { CountsProvider } = await import('./counts-provider.ts');
    return new CountsProvider();
  },
};

export default module;
