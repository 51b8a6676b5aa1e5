import v8 from '@vitest/coverage-v8';
import type { CoverageProviderModule } from 'vitest/node';

/** Vitest's own counting in workers, and a provider that keeps apart what Vite rewrote and what Node ran as it is. */
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
