import type { Tree } from '@nx/devkit';
import { sourcesIn } from '../../../contract-model/index.ts';
import { componentsIn } from '../../lib/components.ts';
import { componentsBelow } from './read-upstream.ts';

/** Returns the components whose app libraries define entities, each after the components that it depends on. */
export function componentsWithEntities(tree: Tree): string[] {
  return componentsIn(tree)
    .filter((component) => entitySourcesIn(tree, component).length > 0)
    .map((component) => ({ component, height: componentsBelow(tree, component).length }))
    .toSorted((a, b) => a.height - b.height)
    .map(({ component }) => component);
}

/** Returns the sources of an app library that define entities. */
export function entitySourcesIn(tree: Tree, component: string): string[] {
  return sourcesIn(tree, `libs/${component}/app`)
    .map((path) => tree.read(path, 'utf-8') ?? '')
    .filter((text) => /\b(?:defineEntity|new EntitySchema)\b/.test(text.replaceAll(comment, '')));
}

const comment = /\/\*.*?\*\//gs;
