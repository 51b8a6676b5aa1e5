export interface RenameSchema {
  readonly scope?: string;
  readonly name?: string;
  readonly keepKit?: boolean;
}
