import { Account } from '../collect/account.ts';
import { Collector } from '../collect/collector.ts';
import type { Sink } from '../collect/sink.ts';
import type { WorkspacePaths } from '../paths/workspace-paths.ts';
import type { Reader } from '../stack/find-reader.ts';
import type { WayOfUse } from '../usage.ts';
import type { EvaluatedUses } from './evaluated-uses.ts';

/** What one test file has used so far, in its own process. */
export class TestFileAccount implements Sink {
  readonly account = new Account();
  readonly collector: Collector;
  /** As Vitest names it. */
  readonly file: string;
  requests: ReadonlySet<string> = new Set();
  readonly #evaluated: EvaluatedUses;

  constructor(file: string, paths: WorkspacePaths, evaluated: EvaluatedUses) {
    this.file = file;
    this.collector = new Collector(paths, this);
    this.#evaluated = evaluated;
  }

  fileUsed(path: string, how: WayOfUse, reader: Reader, at: number): void {
    for (const account of this.#accountsOf(reader)) account.addFile(path, { how, reader, at });
  }

  variableUsed(name: string, reader: Reader): void {
    for (const account of this.#accountsOf(reader)) account.addVariable(name, { how: 'read', reader, at: 0 });
  }

  packageUsed(name: string): void {
    this.account.packages.add(name);
  }

  fileMade(): void {
    // the collector knows
  }

  #accountsOf({ evaluating }: Reader): Account[] {
    return evaluating === undefined ? [this.account] : [this.account, this.#evaluated.of(evaluating)];
  }
}
