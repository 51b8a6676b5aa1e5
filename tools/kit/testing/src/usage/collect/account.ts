import type { Reader } from '../stack/find-reader.ts';
import { type WayOfUse, waysOfUse } from '../usage.ts';

export interface FoundUse {
  readonly how: WayOfUse;
  /** The position in the source, or a stack frame of the compiled module, which has other line numbers. */
  readonly by: Reader | string;
  readonly at: number;
}

/** The files and variables that were used. Of several uses of one, the strongest is kept. */
export class Account {
  readonly files = new Map<string, FoundUse>();
  readonly variables = new Map<string, FoundUse>();
  readonly packages = new Set<string>();

  addFile(path: string, use: FoundUse): void {
    keepStrongest(this.files, path, use);
  }

  addVariable(name: string, use: FoundUse): void {
    keepStrongest(this.variables, name, use);
  }

  addAll(other: Account): void {
    for (const [path, use] of other.files) this.addFile(path, use);
    for (const [name, use] of other.variables) this.addVariable(name, use);
    for (const name of other.packages) this.packages.add(name);
  }
}

function keepStrongest(uses: Map<string, FoundUse>, key: string, use: FoundUse): void {
  const known = uses.get(key);
  if (known === undefined || waysOfUse.indexOf(use.how) < waysOfUse.indexOf(known.how)) uses.set(key, use);
}
