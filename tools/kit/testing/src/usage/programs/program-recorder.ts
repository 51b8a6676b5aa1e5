import type { ProgramStart } from '../../children/program-start.ts';
import { Collector, type FileMade, type FileUse } from '../collect/collector.ts';
import type { Observer } from '../hooks/observers.ts';
import { WorkspacePaths } from '../paths/workspace-paths.ts';
import { packageName } from '../../worker/package-name.ts';
import { changedVariables } from './changed-variables.ts';
import { filesInCommand } from './files-in-command.ts';
import type { ReportTarget } from '../hooks/report-target.ts';
import { ReportWriter } from './report-writer.ts';

/** Records what a program uses that a test started. */
export class ProgramRecorder implements Observer {
  readonly #paths: WorkspacePaths;
  readonly #collector: Collector;
  readonly #target: ReportTarget;
  readonly #writer: ReportWriter;

  /** `report` is the descriptor of the target's open report file. */
  constructor(target: ReportTarget, report: number) {
    const changed = new Set(target.changed);
    const set = new Set(Object.keys(process.env));
    const isGiven = (name: string) => changed.has(name) || (!target.inherits && !set.has(name));
    this.#target = target;
    this.#paths = new WorkspacePaths(target.root);
    this.#writer = new ReportWriter(report, target.by, this.#paths);
    this.#collector = new Collector(this.#paths, this.#writer, { isRunner: false, isGiven });
  }

  fileUsed(path: string, use: FileUse): void {
    this.#collector.fileUsed(path, use);
  }

  fileMade(path: string, made: FileMade): void {
    this.#collector.fileMade(path, made);
  }

  variableUsed(name: string): void {
    this.#collector.variableUsed(name);
  }

  variableWritten(name: string, before: string | undefined, after: string | undefined): void {
    this.#collector.variables.written(name, before, after);
  }

  moduleResolved(importer: string | undefined, file: string): void {
    const path = this.#paths.sourcePath(file);
    const by = importer === undefined ? undefined : this.#paths.sourcePath(importer);
    if (path !== undefined) return this.#writer.moduleUsed(path, by);
    const name = packageName(file.replaceAll('\\', '/'));
    if (name !== undefined && name !== '') this.#writer.packageUsed(name);
  }

  programStarted({ program, args, cwd, environment }: ProgramStart): ReportTarget {
    const by = this.#writer.lineOf(this.#collector.presentReader());
    for (const { path, deep } of filesInCommand(program, args, cwd))
      this.#collector.fileUsedFor(by, path, { how: 'read by a program', deep });
    const isOwn = (name: string) => this.#collector.variables.isOwn(name);
    const { changed, inherits } = changedVariables(process.env, environment, isOwn);
    return {
      ...this.#target,
      by,
      changed: [...new Set([...this.#target.changed, ...changed])],
      inherits: inherits && this.#target.inherits,
    };
  }
}
