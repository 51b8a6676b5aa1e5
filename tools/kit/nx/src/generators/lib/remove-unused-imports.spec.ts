import { expect, test } from 'vitest';
import { removeUnusedImports } from './remove-unused-imports.ts';

test.each([
  ["import fc from 'fc';\n", 'fc.x();\n', '\n', '\n'],
  ["import { a, b } from 'x';\n", 'a(b);\n', 'a();\n', "import { a } from 'x';\na();\n"],
  ["import { a } from 'x';\nimport { b } from 'y';\n", 'a(b);\n', 'b();\n', "import { b } from 'y';\nb();\n"],
  ["import type { A } from 'x';\n", 'let a: A;\n', '', ''],
  ["import { a } from 'x';\n", 'b();\n', '', "import { a } from 'x';\n"],
  ["import 'x';\nimport * as y from 'y';\n", 'y();\n', '', "import 'x';\nimport * as y from 'y';\n"],
])('removes imports that became unused from %j', (imports, before, after, expected) => {
  expect(removeUnusedImports(imports + before, imports + after)).toBe(expected);
});
