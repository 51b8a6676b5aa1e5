export interface MigrationSchema {
  readonly component: string;
  /** Describes the change, such as `add-due-date`. */
  readonly name: string;
}
