export interface BenchmarkOptions {
  readonly libraries?: string | undefined;
  readonly runs?: string | undefined;
  readonly first?: string | undefined;
  readonly path?: string | undefined;
  readonly components?: string | undefined;
  readonly seed?: string | undefined;
  readonly edits?: string | undefined;
  readonly reduced?: boolean | undefined;
  readonly projects?: string | undefined;
}

export interface Benchmark {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<{ run: (options: BenchmarkOptions) => Promise<void> }>;
}
