import { dirname, relative } from 'node:path/posix';
import { format } from 'prettier';
import { findTests } from '../../src/promise-tests/find-tests.ts';
import type { Random } from '@vouch/scratch';

/** Test files by path. */
export type Files = Map<string, string>;

type Edit = (files: Files, path: string, random: Random) => void | Promise<void>;

/** Edits that people make to generated tests. Each leaves the word "mine" if it adds text. */
export const edits: Readonly<Record<string, Edit>> = {
  rename: inText((text, random) =>
    replaceOne(text, /test(?:\.todo)?\(\s*'([^']*)'/g, random, (found) =>
      found.replace(/'[^']*'/, `'my title ${random(99)}'`),
    ),
  ),
  implement(files, path, random) {
    const mine = `mine(${random(99)});`;
    changeTest(files, path, random, (test) => {
      const running = test.replace(/\.todo\(/, '(');
      return running.includes('=>')
        ? running.replace('=> {', (opening) => `${opening}\n${mine}`)
        : running.replace(/,?\s*\);?\s*$/, `, () => {\n  ${mine}\n});`);
    });
  },
  delete(files, path, random) {
    changeTest(files, path, random, () => '');
  },
  note: inText((text, random) =>
    replaceOne(text, /^.*\n/gm, random, (line) =>
      /[({;]\n$/.test(line) ? `${line}// a note of mine ${random(99)}\n` : line,
    ),
  ),
  regroup: inText((text, random) =>
    replaceOne(text, /describe\('[^']*'/g, random, () => `describe('my suite ${random(99)}'`),
  ),
  async reformat(files, path, random) {
    const options = { printWidth: 40 + random(100), useTabs: random(2) === 0, semi: random(2) === 0 };
    files.set(path, await format(files.get(path) ?? '', { parser: 'typescript', ...options }));
  },
  windows: inText((text) => text.replaceAll('\r\n', '\n').replaceAll('\n', '\r\n')),
  reword: inText((text, random) =>
    replaceOne(text, / \* Then .*/g, random, () => ` * Then mine is expected ${random(99)}`),
  ),
  moveFile(files, path, random) {
    const target = `libs/${path.split('/')[1] ?? ''}/test/src/integration/moved-${random(99)}.spec.ts`;
    if (files.has(target)) return;
    const text = files.get(path) ?? '';
    files.delete(path);
    files.set(
      target,
      text.replaceAll("'../fixtures.ts'", `'${relative(dirname(target), fixturesOf(path))}'`),
    );
  },
  moveTest(files, path, random) {
    const target = `libs/${path.split('/')[1] ?? ''}/test/src/integration/mine.spec.ts`;
    const from = relative(dirname(target), fixturesOf(path));
    const imports = `import fc from 'fast-check';\nimport { test } from '${from}';\n`;
    changeTest(files, path, random, (test) => {
      files.set(target, `${files.get(target) ?? imports}\n${test}\n`);
      return '';
    });
  },
};

function fixturesOf(path: string): string {
  return `libs/${path.split('/')[1] ?? ''}/test/src/fixtures.ts`;
}

function inText(change: (text: string, random: Random) => string): Edit {
  return (files, path, random) => {
    files.set(path, change(files.get(path) ?? '', random));
  };
}

/** Changes or removes one test with its comment. */
function changeTest(files: Files, path: string, random: Random, change: (test: string) => string): void {
  const text = files.get(path) ?? '';
  const tests = findTests(path, text);
  const test = tests[random(Math.max(tests.length, 1))];
  if (!test) return;
  const changed = change(text.slice(test.start, test.end));
  const now = files.get(path) === text ? text : '';
  if (now === text) files.set(path, text.slice(0, test.start) + changed + text.slice(test.end));
}

function replaceOne(text: string, pattern: RegExp, random: Random, by: (found: string) => string): string {
  const matches = [...text.matchAll(pattern)];
  const match = matches[random(Math.max(matches.length, 1))];
  if (!match) return text;
  return text.slice(0, match.index) + by(match[0]) + text.slice(match.index + match[0].length);
}
