export interface TestSkeletonSchema {
  readonly component: string;
  readonly only?: string;
  readonly exclude?: string;
  readonly level?: 'unit' | 'integration' | 'contract';
  readonly maxLines?: number;
  readonly prune?: boolean;
  readonly check?: boolean;
  readonly json?: boolean;
  readonly allowDirty?: boolean;
}
