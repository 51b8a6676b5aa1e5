export interface BenchmarkOptions {
  readonly libraries?: string | undefined;
  readonly runs?: string | undefined;
}

export interface Benchmark {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<{ run: (options: BenchmarkOptions) => Promise<void> }>;
}

export const benchmarks: readonly Benchmark[] = [
  {
    name: 'run',
    summary: 'a whole run over many libraries: stock targets against ours  [--libraries=50,200] [--runs=3]',
    load: () => import('./run/compare-runs.ts'),
  },
  {
    name: 'files',
    summary: '7,193 unit tests in 200 files: Vitest’s default against ours  [--runs=3]',
    load: () => import('./many-files/compare-files.ts'),
  },
];
