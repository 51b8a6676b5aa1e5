export interface RenameSchema {
  readonly scope?: string;
  readonly name?: string;
}
