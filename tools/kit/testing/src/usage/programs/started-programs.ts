import fs from 'node:fs';
import { join } from 'node:path';
import type { ProgramStart } from '../../children/program-start.ts';
import type { Account } from '../collect/account.ts';
import type { Collector } from '../collect/collector.ts';
import { OwnFiles } from '../collect/own-files.ts';
import { ownKitFolders } from '../../worker/kit-folders.ts';
import { changedVariables } from './changed-variables.ts';
import { filesInCommand } from './files-in-command.ts';
import { parseReport, type ReportLine } from './report.ts';
import { newReport } from './report-files.ts';
import type { ReportTarget } from '../hooks/report-target.ts';

// Keeps the original functions, because hooks replace them.
const { readFileSync, rmSync, statSync } = fs;
const { now } = Date;

/** The programs and threads that a test file started, and their reports. */
export class StartedPrograms {
  readonly #root: string;
  readonly #collector: Collector;
  readonly #since = now();
  #report: string | undefined;

  constructor(root: string, collector: Collector) {
    this.#root = root;
    this.#collector = collector;
  }

  start(start: ProgramStart, by: string): ReportTarget {
    for (const { path, deep } of filesInCommand(start.program, start.args, start.cwd))
      this.#collector.fileUsedFor(by, path, { how: 'read by a program', deep });
    this.#report ??= newReport(this.#root);
    const isOwn = (name: string) => this.#collector.variables.isOwn(name);
    const variables = changedVariables(process.env, start.environment, isOwn);
    return { root: this.#root, kits: ownKitFolders(), report: this.#report, by, ...variables };
  }

  /** Adds the reports so far. Later actions of the programs belong to no test file. */
  addTo(account: Account): void {
    if (this.#report === undefined) return;
    const lines = parseReport(readFileSync(this.#report, 'utf8'));
    rmSync(this.#report);
    const made = new OwnFiles();
    for (const line of lines) this.#add(line, account, made);
    for (const [path, { at }] of account.files)
      if (made.has(path, at) || this.#wasMadeMeanwhile(path)) account.files.delete(path);
  }

  #add(line: ReportLine, account: Account, made: OwnFiles): void {
    if (line[0] === 'made') {
      const [, path, extent, at] = line;
      made.add(path, extent, at);
    } else if (line[0] === 'file') {
      const [, path, how, by, at] = line;
      if (!this.#collector.isMade(path, at)) account.addFile(path, { how, by, at });
    } else if (line[0] === 'variable') {
      const [, name, by] = line;
      account.addVariable(name, { how: 'read by a program', by, at: 0 });
    } else account.packages.add(line[1]);
  }

  /** Returns whether a program that does not report created the file. */
  #wasMadeMeanwhile(path: string): boolean {
    try {
      return statSync(join(this.#root, path.replace(/\*\*$/, ''))).birthtimeMs >= this.#since;
    } catch {
      return false;
    }
  }
}
