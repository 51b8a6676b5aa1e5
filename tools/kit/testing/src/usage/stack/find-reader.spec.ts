import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { findReader } from './find-reader.ts';
import type { StackFrame } from './stack-frame.ts';

const kit = dirname(dirname(import.meta.dirname));
const hook = frame(`${kit}/usage/hooks/observe-files.ts`);
const spec = frame('/w/libs/a/src/a.spec.ts', 3);
const source = frame('/w/libs/b/src/b.ts', 7);
const dependency = frame('/w/node_modules/pg/lib/index.js', 9);
const vitest = frame('/w/node_modules/vitest/dist/chunks/run.js');
const evaluation = frame(
  '/w/node_modules/vitest/dist/module-evaluator.js',
  1,
  'VitestModuleEvaluator._runInlinedModule',
);
const nativeEvaluation = frame('node:internal/modules/cjs/loader', 1, 'Module._compile');
const node = frame('node:fs');

test.each<[string, StackFrame[], StackFrame]>([
  ['the nearest line of the workspace', [hook, node, source, spec, vitest], source],
  ['the line that called a package', [hook, node, dependency, dependency, source], source],
  ['a program that was passed as text', [hook, node, frame('[eval]')], frame('[eval]')],
  ['a module of the same kind', [hook, frame('file:///w/[eval1]')], frame('file:///w/[eval1]')],
])('%s is responsible', (_what, frames, line) => {
  expect(find(frames)?.line).toEqual(line);
});

test.each([
  ['Vitest', [hook, node, vitest, spec]],
  ['Vite', [hook, frame('/w/node_modules/vite/dist/node/module-runner.js'), spec]],
  ['the guards', [hook, frame(`${kit}/guards/file-guard.ts`), spec]],
  ['the coverage provider', [hook, frame('/w/tools/kit/coverage/src/collect/provider.ts'), spec]],
])('reads of %s for itself are no uses', (_who, frames) => {
  expect(find(frames)).toBeUndefined();
});

test('a Vitest that a test starts is a program like others', () => {
  expect(find([hook, node, vitest], false)).toEqual({ line: undefined, nearest: vitest.file });
});

test('`import.meta.env` is read by the line that contains it, and not by Vite', () => {
  const proxy = frame('/w/node_modules/vitest/dist/chunks/init.js', 1, 'Object.get');
  expect(find([hook, proxy, spec])?.line).toEqual(spec);
  expect(find([hook, proxy, vitest, spec])).toBeUndefined();
});

test('a module that is being evaluated is named', () => {
  expect(find([hook, node, source, spec, evaluation, vitest])).toMatchObject({
    line: source,
    evaluating: spec.file,
  });
  expect(find([hook, node, dependency, nativeEvaluation, spec, evaluation])).toEqual({
    line: undefined,
    nearest: dependency.file,
    evaluating: dependency.file,
  });
});

test('frames of the loader before the first other frame are no evaluation', () => {
  expect(find([hook, nativeEvaluation, spec, vitest])).toMatchObject({ line: spec });
  expect(find([hook, nativeEvaluation, spec, vitest])).not.toHaveProperty('evaluating');
});

test('a read without a known reader counts', () => {
  expect(find([hook, node])).toEqual({ line: undefined, nearest: undefined });
});

function find(frames: readonly StackFrame[], isRunner = true) {
  return findReader(frames, { isRunner, isSource: (file) => /^\/w\/libs\//.test(file) });
}

function frame(file: string, line = 1, name = ''): StackFrame {
  return { file, line, column: 1, name };
}
