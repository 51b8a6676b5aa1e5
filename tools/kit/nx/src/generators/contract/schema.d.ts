export interface ContractSchema {
  readonly component: string;
  readonly name: string;
}
