export interface ComponentSchema {
  readonly name: string;
}
