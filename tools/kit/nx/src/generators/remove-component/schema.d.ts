export interface RemoveComponentSchema {
  readonly name: string;
}
