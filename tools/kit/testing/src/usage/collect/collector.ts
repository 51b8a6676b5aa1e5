import fs from 'node:fs';
import { dirname, resolve } from 'node:path';
import { isIgnoredVariable } from '../ignored-variables.ts';
import type { Place, WorkspacePaths } from '../paths/workspace-paths.ts';
import { findReader, type Reader, type ReaderRules } from '../stack/find-reader.ts';
import { captureFrames } from '../stack/stack-frame.ts';
import type { WayOfUse } from '../usage.ts';
import { DueCaptures } from './due-captures.ts';
import { type Extent, OwnFiles } from './own-files.ts';
import { OwnVariables } from './own-variables.ts';
import type { Sink } from './sink.ts';

export interface FileUse {
  readonly how: WayOfUse;
  /** Everything below a folder, and not only the names in it. */
  readonly deep?: boolean;
  /** The link itself is used, and not its target. */
  readonly isLink?: boolean;
}

export interface FileMade {
  readonly extent: Extent;
  /** The link itself is created, and not its target. */
  readonly isLink?: boolean;
  /** Afterwards paths may have other targets. */
  readonly movesLinks?: boolean;
}

// Keeps the original functions, because hooks and fake timers replace them.
const { existsSync } = fs;
const { now } = Date;

export interface CollectorRules extends Pick<ReaderRules, 'isRunner'> {
  /** Returns true for variables that were set or removed by the test that started this process. */
  readonly isGiven?: (name: string) => boolean;
}

/** Selects the reads of a process that are uses of the workspace or its environment. */
export class Collector {
  readonly variables: OwnVariables;
  readonly #paths: WorkspacePaths;
  readonly #sink: Sink;
  readonly #readers: ReaderRules;
  readonly #own = new OwnFiles();
  readonly #captures = new DueCaptures();
  readonly #beyond = new Set<string>();

  constructor(paths: WorkspacePaths, sink: Sink, { isRunner, isGiven }: CollectorRules) {
    this.#paths = paths;
    this.#sink = sink;
    this.#readers = { isRunner, isSource: (file) => paths.sourcePath(file) !== undefined };
    this.variables = new OwnVariables(isGiven);
  }

  fileUsed(path: string, use: FileUse): void {
    const absolute = resolve(path);
    const key = `${use.how}${use.deep ? '**' : ''}:${absolute}`;
    if (this.#beyond.has(absolute) || !this.#captures.isDue(key)) return;
    const place = this.#paths.locate(absolute, use.isLink);
    if (place === undefined) return void this.#beyond.add(absolute);
    if (place.kind === 'file' && this.#own.has(place.path, now())) return this.#captures.settle(key);
    const reader = this.#reader(key);
    if (reader !== undefined) this.#note(place, use, reader);
  }

  /** Records a file that the runner or a program read for the test. */
  fileUsedFor(by: Reader | string, path: string, use: FileUse): void {
    const absolute = resolve(path);
    const place = this.#paths.locate(absolute);
    if (place === undefined || (place.kind === 'file' && this.#own.has(place.path, now()))) return;
    if (place.kind === 'file' && place.isFolder && use.deep !== true) return;
    if (use.how !== 'read by a program' || existsSync(absolute)) this.#note(place, use, by);
  }

  /** Returns the reader that is running. Called before a program is started. */
  presentReader(): Reader {
    return this.#findReader(100) ?? {};
  }

  isMade(path: string, at: number): boolean {
    return this.#own.has(path, at);
  }

  fileMade(path: string, { extent, isLink, movesLinks }: FileMade): void {
    if (movesLinks) this.#forgetLinks();
    const absolute = resolve(path);
    if (this.#beyond.has(dirname(absolute))) return;
    const place = this.#paths.locate(absolute, isLink);
    if (place === undefined && this.#paths.locate(dirname(absolute)) === undefined)
      this.#beyond.add(dirname(absolute));
    if (place?.kind !== 'file') return;
    this.#own.add(place.path, extent, now());
    this.#sink.fileMade(place.path, extent, now());
  }

  variableUsed(name: string): void {
    if (!this.#captures.isDue(name) || this.variables.isOwn(name)) return;
    if (isIgnoredVariable(name)) return this.#captures.settle(name);
    const reader = this.#reader(name, ({ line }) => line !== undefined);
    if (reader !== undefined) this.#sink.variableUsed(name, reader);
  }

  #note(place: Place, { how, deep }: FileUse, by: Reader | string): void {
    if (place.kind === 'package') {
      if (typeof by === 'string' || by.line !== undefined) this.#sink.packageUsed(place.name);
      return;
    }
    if (place.path === '' && how === 'looked for') return;
    const isFolder = place.isFolder || how === 'listed';
    const folder = place.path === '' ? './' : `${place.path}/`;
    this.#sink.fileUsed(isFolder ? `${folder}${deep ? '**' : ''}` : place.path, how, by, now());
  }

  /** Forgets resolved paths: a path outside the workspace may now be a link into it. */
  #forgetLinks(): void {
    this.#beyond.clear();
    this.#paths.forgetLinks();
  }

  #reader(key: string, counts: (reader: Reader) => boolean = () => true): Reader | undefined {
    const reader = this.#findReader(this.#captures.depth(key));
    if (reader === undefined || !counts(reader)) {
      this.#captures.unexplained(key);
      return undefined;
    }
    this.#captures.explained(key, reader.evaluating !== undefined);
    return reader;
  }

  #findReader(depth: number): Reader | undefined {
    return findReader(captureFrames(depth), this.#readers);
  }
}
