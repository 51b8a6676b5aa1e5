export interface DeclareInputsSchema {
  readonly project: string;
}
