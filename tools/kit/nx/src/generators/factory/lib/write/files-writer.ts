import type { Tree } from '@nx/devkit';
import { formatText } from '../../../lib/format-text.ts';
import type { FileEntry } from './file-entry.ts';

/** Writes formatted files into the tree and records the state of each. */
export class FilesWriter {
  readonly entries: FileEntry[] = [];
  readonly #tree: Tree;

  constructor(tree: Tree) {
    this.#tree = tree;
  }

  /** Writes a file that the generator owns. */
  async generated(file: string, about: string, text: string, traits: readonly string[] = []): Promise<void> {
    const after = await formatText(this.#tree, file, text);
    this.#note(file, about, this.#tree.read(file, 'utf-8'), after, traits);
  }

  /** Writes a file once; afterwards it belongs to a person. */
  async own(file: string, about: string, text: string): Promise<void> {
    if (!this.#tree.exists(file)) return this.generated(file, about, text);
    this.entries.push({ file, about, state: 'yours', action: 'leave' });
  }

  /** Changes lines in a person's file. */
  change(file: string, about: string, after: string): void {
    const before = this.#tree.read(file, 'utf-8');
    if (before !== after) this.#note(file, about, before, after, []);
  }

  /** Marks a generated file that is no longer needed. */
  orphan(file: string, about: string, isRemoved: boolean): void {
    if (isRemoved) this.#tree.delete(file);
    this.entries.push({ file, about, state: 'orphaned', action: isRemoved ? 'remove' : 'leave' });
  }

  #note(file: string, about: string, before: string | null, after: string, traits: readonly string[]): void {
    const [state, action] =
      before === null
        ? (['missing', 'add'] as const)
        : before === after
          ? (['same', 'leave'] as const)
          : (['outdated', 'refresh'] as const);
    if (action !== 'leave') this.#tree.write(file, after);
    this.entries.push({ file, about, state, action, ...(traits.length > 0 ? { traits } : {}) });
  }
}
