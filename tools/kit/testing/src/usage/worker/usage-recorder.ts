import type { ProgramStart } from '../../children/program-start.ts';
import { Account } from '../collect/account.ts';
import type { FileMade, FileUse } from '../collect/collector.ts';
import type { Observer } from '../hooks/observers.ts';
import type { ReportTarget } from '../hooks/report-target.ts';
import { WorkspacePaths } from '../paths/workspace-paths.ts';
import type { Usage } from '../usage.ts';
import { EvaluatedUses } from './evaluated-uses.ts';
import { type ModuleGraph, walkModules } from './module-graph.ts';
import { NativeModules } from './native-modules.ts';
import { UsageRenderer } from './render-usage.ts';
import { SourceLines } from './source-lines.ts';
import { TestFileAccount } from './test-file-account.ts';
import { noteRequests, runnerModule, setupFilesOfUsers } from './vitest-modules.ts';

/** Records what the test files of a worker use, one after the other. */
export class UsageRecorder implements Observer {
  readonly #paths: WorkspacePaths;
  readonly #native = new NativeModules();
  readonly #evaluated = new EvaluatedUses();
  readonly #renderer: UsageRenderer;
  #current: TestFileAccount | undefined;

  constructor(root: string) {
    this.#paths = new WorkspacePaths(root);
    this.#renderer = new UsageRenderer(
      this.#paths,
      new SourceLines((file) => runnerModule(file)?.meta?.code),
    );
  }

  begin(file: string): void {
    this.#current = new TestFileAccount(file, this.#paths, this.#evaluated);
  }

  /** Called after the set-up files: modules that are requested from now on belong to the test file. */
  collect(): void {
    if (this.#current) this.#current.requests = noteRequests();
  }

  end(): Usage | undefined {
    const current = this.#current;
    this.#current = undefined;
    if (current === undefined) return undefined;
    const { file, account, collector, programs } = current;
    const requests = Map.groupBy(current.requests, (id) => runnerModule(id) !== undefined);
    // Besides modules, Vitest's requests contain the snapshot files.
    for (const snapshot of requests.get(false) ?? []) collector.fileUsedFor({}, snapshot, { how: 'read' });
    programs.addTo(account);
    const graph = walkModules(
      [file, ...setupFilesOfUsers()],
      requests.get(true) ?? [],
      runnerModule,
      this.#native,
    );
    return this.#renderer.render(file, graph, this.#withEvaluated(account, graph));
  }

  #withEvaluated(account: Account, graph: ModuleGraph): Account {
    const all = new Account();
    all.addAll(account);
    for (const module of [...graph.files.keys(), ...graph.packages]) {
      const uses = this.#evaluated.known(module);
      if (uses !== undefined) all.addAll(uses);
    }
    return all;
  }

  fileUsed(path: string, use: FileUse): void {
    this.#current?.collector.fileUsed(path, use);
  }

  fileMade(path: string, made: FileMade): void {
    this.#current?.collector.fileMade(path, made);
  }

  variableUsed(name: string): void {
    this.#current?.collector.variableUsed(name);
  }

  variableWritten(name: string, before: string | undefined, after: string | undefined): void {
    this.#current?.collector.variables.written(name, before, after);
  }

  moduleResolved(importer: string | undefined, file: string): void {
    if (importer !== undefined) this.#native.resolved(importer, file);
  }

  programStarted(start: ProgramStart): ReportTarget | undefined {
    const current = this.#current;
    if (current === undefined) return undefined;
    const reader = current.collector.presentReader();
    return current.programs.start(start, this.#renderer.lineOf(reader, current.file));
  }
}
