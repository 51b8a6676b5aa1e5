import type { Tree } from '@nx/devkit';
import { formatText } from '../../../lib/format-text.ts';
import type { FileEntry } from './file-entry.ts';

/** Writes files into the tree, each formatted, and notes what each is to it. */
export class FilesWriter {
  readonly entries: FileEntry[] = [];
  readonly #tree: Tree;

  constructor(tree: Tree) {
    this.#tree = tree;
  }

  /** One that is the generator's, whole. */
  async generated(file: string, about: string, text: string, traits: readonly string[] = []): Promise<void> {
    const after = await formatText(this.#tree, file, text);
    this.#note(file, about, this.#tree.read(file, 'utf-8'), after, traits);
  }

  /** One that is a person's once it is there. */
  async own(file: string, about: string, text: string): Promise<void> {
    if (!this.#tree.exists(file)) return this.generated(file, about, text);
    this.entries.push({ file, about, state: 'yours', action: 'leave' });
  }

  /** One that is a person's and has to hold some lines. */
  change(file: string, about: string, after: string): void {
    const before = this.#tree.read(file, 'utf-8');
    if (before !== after) this.#note(file, about, before, after, []);
  }

  /** One that is the generator's, and no longer needed. */
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
