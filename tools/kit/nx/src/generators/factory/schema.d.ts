export interface FactorySchema {
  readonly subject: string;
  readonly exclude?: string;
  readonly tenant?: string;
  readonly prune?: boolean;
  readonly check?: boolean;
  readonly json?: boolean;
  readonly allowDirty?: boolean;
}
