import type { Tree } from '@nx/devkit';
import { expect, vi } from 'vitest';
import testSkeletonGenerator from '../../src/generators/test-skeleton/generator.ts';
import type { TestSkeletonSchema } from '../../src/generators/test-skeleton/schema.d.ts';
import { cacheComponent, cacheTests } from './cache-component.ts';

interface PromiseState {
  readonly promise: string;
  readonly state: string;
  readonly action: string;
  readonly stale: boolean;
}

let printed: string[] = [];

/** Records what a generator prints. A hook: `beforeEach(recordPrinted)`. */
export function recordPrinted(): () => void {
  printed = [];
  const log = vi.spyOn(console, 'log').mockImplementation((text: string) => void printed.push(text));
  return () => {
    log.mockRestore();
  };
}

/** Generates the tests of the component `cache`. */
export async function generate(tree: Tree, options: Partial<TestSkeletonSchema> = {}): Promise<Tree> {
  await testSkeletonGenerator(tree, { component: 'cache', ...options });
  return tree;
}

/** Returns a tree with a pending test for each promise of the component `cache`. */
export async function planned(contract?: string): Promise<Tree> {
  return generate(cacheComponent(contract));
}

/** Returns the state of a promise after another run. */
export async function stateOf(tree: Tree, promise: string): Promise<PromiseState | undefined> {
  await generate(tree, { json: true });
  const states = JSON.parse(printed.at(-1) ?? '[]') as PromiseState[];
  return states.find((entry) => entry.promise === promise);
}

export function textOf(tree: Tree, file = cacheTests): string {
  return tree.read(file, 'utf-8') ?? '';
}

/** Changes the tests as a person would. */
export function edit(tree: Tree, before: string | RegExp, after: string, file = cacheTests): string {
  const text = textOf(tree, file);
  const edited = text.replace(before, after);
  expect(edited).not.toBe(text);
  tree.write(file, edited);
  return edited;
}

export function titlesIn(text: string): string[] {
  return [...text.matchAll(/(?:test(?:\.todo)?)\(\s*'([^']*)'/g)].map((match) => match[1] ?? '');
}
