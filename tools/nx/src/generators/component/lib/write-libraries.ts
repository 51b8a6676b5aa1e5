import { join } from 'node:path';
import { generateFiles, type Tree } from '@nx/devkit';
import type { ComponentOptions } from './normalize-options.ts';

/** The three libraries, empty: package, TypeScript settings, entry. */
export function writeLibraries(tree: Tree, options: ComponentOptions): void {
  generateFiles(tree, join(import.meta.dirname, '../files'), options.root, { ...options });
}
