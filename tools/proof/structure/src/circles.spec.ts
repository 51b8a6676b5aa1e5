import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Circle, folderCircles, moduleCircles } from './find-circles.ts';
import { foldersOf } from './folders-of.ts';
import { type ModuleGraph, readModuleGraph, withoutTests } from './module-graph.ts';

const root = join(import.meta.dirname, '../../../..');

// Circles that existed when this check was added. Do not add any: remove an entry when its circle is gone.
const allowedModules: Readonly<Record<string, readonly string[]>> = {
  'libs/alerts/test/src': [
    'factories/alert-factory.ts factories/alert-rule-factory.ts factories/generated/alert-base.ts',
  ],
};
const allowedFolders: Readonly<Record<string, readonly string[]>> = {};

const graphs = new Map<string, ModuleGraph>();
const sources = ['apps/*/src', 'libs/*/*/src', 'tools/kit/*/src'].flatMap((pattern) =>
  foldersOf(root, pattern),
);

test('the source folders of apps, libraries and the kit are found', () => {
  expect(sources).toEqual(
    expect.arrayContaining(['apps/api/src', 'libs/identity/app/src', 'tools/kit/testing/src']),
  );
});

test.each(sources)('%s has no circles of modules', { timeout: 10_000 }, (source) => {
  const circles = moduleCircles(graphOf(source));
  expectOnly(circles, allowedModules[source] ?? []);
});

// Tests are left out: nothing imports them, and an integration test may import from any folder.
test.each(sources)('%s has no circles of folders', { timeout: 10_000 }, (source) => {
  const circles = folderCircles(withoutTests(graphOf(source)));
  expectOnly(circles, allowedFolders[source] ?? []);
});

/** Reads each graph once: reading a thousand files takes most of the time. */
function graphOf(source: string): ModuleGraph {
  const graph = graphs.get(source) ?? readModuleGraph(join(root, source));
  graphs.set(source, graph);
  return graph;
}

function expectOnly(circles: readonly Circle[], allowed: readonly string[]): void {
  const added = circles.filter(({ members }) => !allowed.includes(members.join(' ')));
  const message = added.map(({ path }) => path).join('\n');
  expect(added, `New circles. Reverse one import, or move what both sides need:\n${message}`).toEqual([]);
  const found = circles.map(({ members }) => members.join(' '));
  const gone = allowed.filter((circle) => !found.includes(circle));
  expect(gone, 'These circles are gone. Remove them from the list in circles.spec.ts.').toEqual([]);
}
