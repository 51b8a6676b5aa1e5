export interface ComponentSchema {
  readonly name: string;
  /** Its name, or whether there is to be one. */
  readonly entity?: string | boolean;
  readonly route?: boolean;
}
