export interface MigrationSchema {
  readonly component: string;
  /** What it does. */
  readonly name: string;
}
