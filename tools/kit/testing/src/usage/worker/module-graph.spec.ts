import { expect, test } from 'vitest';
import { type RunnerModule, walkModules } from './module-graph.ts';
import { NativeModules } from './native-modules.ts';

const modules: Readonly<Record<string, readonly string[]>> = {
  '/w/a.spec.ts': ['/w/b.ts', '/w/node_modules/pg/index.js', 'fs'],
  '/w/b.ts': ['/w/c.ts?raw', '/w/a.spec.ts'],
  '/w/c.ts?raw': [],
  '/w/other.spec.ts': ['/w/other.ts'],
  '/w/asked.ts': [],
};

test('follows imports from the roots, around circles, and no others', () => {
  const { files, packages } = walk(['/w/a.spec.ts']);
  expect(Object.fromEntries(files)).toEqual({
    '/w/a.spec.ts': '/w/a.spec.ts',
    '/w/b.ts': '/w/a.spec.ts',
    '/w/c.ts': '/w/b.ts',
    fs: '/w/a.spec.ts',
  });
  expect([...packages]).toEqual(['pg']);
});

test('dynamically imported modules belong to the first root, unless a module imports them', () => {
  const { files } = walk(['/w/a.spec.ts'], ['/w/b.ts', '/w/asked.ts']);
  expect(files.get('/w/asked.ts')).toBe('/w/a.spec.ts');
  expect(files.get('/w/c.ts')).toBe('/w/b.ts');
});

test('follows the modules that Node itself has loaded', () => {
  const native = new NativeModules();
  native.resolved('/w/b.ts', '/w/native.cjs');
  native.resolved('/w/native.cjs', '/w/inner.cjs');
  native.resolved('/w/native.cjs', '/w/node_modules/.cache/tool/x.mjs');
  native.resolved('/w/node_modules/pg/index.js', '/w/node_modules/pg/lib/client.js');
  native.resolved('/w/node_modules/pg/lib/client.js', '/w/node_modules/pg-types/index.js');
  native.resolved('/w/node_modules/vitest/dist/index.js', '/w/other.ts');
  native.resolved('/w/other.ts', '/w/node_modules/ws/index.js');
  const { files, packages } = walk(['/w/a.spec.ts'], [], native);
  expect(files.get('/w/inner.cjs')).toBe('/w/native.cjs');
  expect([...packages].toSorted()).toEqual(['pg', 'pg-types']);
  expect(files.has('/w/other.ts')).toBe(false);
});

function walk(roots: readonly string[], requested: readonly string[] = [], native = new NativeModules()) {
  return walkModules(roots, requested, moduleOf, native);
}

function moduleOf(id: string): RunnerModule | undefined {
  const imports = modules[id];
  return imports && { file: id.replace(/\?.*/, ''), imports: new Set(imports) };
}
