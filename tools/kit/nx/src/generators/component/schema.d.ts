export interface ComponentSchema {
  readonly name: string;
  /** Name of the entity, or true for the default name. */
  readonly entity?: string | boolean;
  readonly route?: boolean;
}
