/** The options of one component, with every default filled in. */
export interface SkeletonOptions {
  readonly component: string;
  readonly only: readonly string[];
  readonly exclude: readonly string[];
  readonly level: 'unit' | 'integration' | 'contract';
  readonly maxLines: number;
  readonly prune: boolean;
  /** True for the generator's own tests, whose revision it does not know before their contract exists. */
  readonly accept: boolean;
}
