import type { Entry } from './entries.ts';

export type Row = ComponentRow | ContractRow | PromiseRow;

export interface ComponentRow {
  readonly kind: 'component';
  readonly name: string;
  readonly entries: readonly Entry[];
}

export interface ContractRow {
  readonly kind: 'contract';
  /** Unique on the board. */
  readonly key: string;
  readonly name: string;
  readonly isExpanded: boolean;
  readonly entries: readonly Entry[];
}

export interface PromiseRow {
  readonly kind: 'promise';
  readonly entry: Entry;
}

/** Returns the rows of the table: each component, its contracts, and the promises of the expanded contracts. */
export function rowsOf(entries: readonly Entry[], isExpanded: (key: string) => boolean): Row[] {
  return [...Map.groupBy(entries, ({ component }) => component)].flatMap(([name, ofComponent]) => {
    return [
      { kind: 'component', name, entries: ofComponent } as const,
      ...[...Map.groupBy(ofComponent, ({ promise }) => promise.contract)].flatMap(([contract, ofContract]) =>
        rowsOfContract({ component: name, contract, entries: ofContract, isExpanded }),
      ),
    ];
  });
}

interface ContractEntries {
  readonly component: string;
  readonly contract: string;
  readonly entries: readonly Entry[];
  readonly isExpanded: (key: string) => boolean;
}

function rowsOfContract({ component, contract, entries, isExpanded }: ContractEntries): Row[] {
  const key = contractKey(component, contract);
  const expanded = isExpanded(key);
  const row = { kind: 'contract', key, name: contract, isExpanded: expanded, entries } as const;
  return [row, ...(expanded ? entries.map((entry) => ({ kind: 'promise', entry }) as const) : [])];
}

export function contractKey(component: string, contract: string): string {
  return `${component} ${contract}`;
}
