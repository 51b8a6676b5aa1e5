import { Account } from '../collect/account.ts';
import { Collector } from '../collect/collector.ts';
import type { Sink } from '../collect/sink.ts';
import type { WorkspacePaths } from '../paths/workspace-paths.ts';
import type { Reader } from '../stack/find-reader.ts';
import type { WayOfUse } from '../usage.ts';
import { StartedPrograms } from '../programs/started-programs.ts';
import type { EvaluatedUses } from './evaluated-uses.ts';

/** The uses of one test file so far, in its own process. */
export class TestFileAccount implements Sink {
  readonly account = new Account();
  readonly collector: Collector;
  /** The path that Vitest uses. */
  readonly file: string;
  readonly programs: StartedPrograms;
  requests: ReadonlySet<string> = new Set();
  readonly #evaluated: EvaluatedUses;

  constructor(file: string, paths: WorkspacePaths, evaluated: EvaluatedUses) {
    this.file = file;
    this.collector = new Collector(paths, this, { isRunner: true });
    this.programs = new StartedPrograms(paths.root, this.collector);
    this.#evaluated = evaluated;
  }

  fileUsed(path: string, how: WayOfUse, by: Reader | string, at: number): void {
    for (const account of this.#accountsOf(by)) account.addFile(path, { how, by, at });
  }

  variableUsed(name: string, by: Reader): void {
    for (const account of this.#accountsOf(by)) account.addVariable(name, { how: 'read', by, at: 0 });
  }

  packageUsed(name: string): void {
    this.account.packages.add(name);
  }

  fileMade(): void {
    // The collector remembers it.
  }

  #accountsOf(by: Reader | string): Account[] {
    const evaluating = typeof by === 'string' ? undefined : by.evaluating;
    return evaluating === undefined ? [this.account] : [this.account, this.#evaluated.of(evaluating)];
  }
}
