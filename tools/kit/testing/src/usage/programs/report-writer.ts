import fs from 'node:fs';
import type { Extent } from '../collect/own-files.ts';
import type { Sink } from '../collect/sink.ts';
import type { WorkspacePaths } from '../paths/workspace-paths.ts';
import { isProgramText, type Reader } from '../stack/find-reader.ts';
import type { WayOfUse } from '../usage.ts';
import type { ReportLine } from './report.ts';
import { FileSummary } from './file-summary.ts';

// Keeps the original functions, because hooks and fake timers replace them.
const { writeSync } = fs;
const { now } = Date;

/** Writes what a program uses, each line at once, because the program may be killed. */
export class ReportWriter implements Sink {
  readonly #report: number;
  readonly #startedBy: string;
  readonly #paths: WorkspacePaths;
  readonly #files = new FileSummary();
  readonly #packages = new Set<string>();

  constructor(report: number, startedBy: string, paths: WorkspacePaths) {
    this.#report = report;
    this.#startedBy = startedBy;
    this.#paths = paths;
  }

  fileUsed(path: string, how: WayOfUse, by: Reader | string, at: number): void {
    const content = how === 'read' || how === 'imported' ? 'read by a program' : how;
    const name = this.#files.nameOf(path, content);
    if (name !== undefined) this.#write(['file', name, content, this.lineOf(by), at]);
  }

  moduleUsed(path: string, importer: string | undefined): void {
    this.fileUsed(path, 'imported', importer ?? this.#startedBy, now());
  }

  fileMade(path: string, extent: Extent, at: number): void {
    this.#write(['made', path, extent, at]);
  }

  variableUsed(name: string, by: Reader): void {
    this.#write(['variable', name, this.lineOf(by)]);
  }

  packageUsed(name: string): void {
    if (this.#packages.has(name)) return;
    this.#packages.add(name);
    this.#write(['package', name]);
  }

  /** Returns the nearest line of the workspace, or the line of the test that started the program. */
  lineOf(by: Reader | string): string {
    if (typeof by === 'string') return by;
    const { file, line } = by.line ?? { file: '', line: 0 };
    const path = isProgramText(file) ? undefined : this.#paths.sourcePath(file);
    return path === undefined ? this.#startedBy : `${path}:${line}`;
  }

  #write(line: ReportLine): void {
    writeSync(this.#report, `${JSON.stringify(line)}\n`);
  }
}
