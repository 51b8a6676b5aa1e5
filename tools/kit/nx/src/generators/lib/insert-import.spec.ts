import { expect, test } from 'vitest';
import { insertImport } from './insert-import.ts';

test.each([
  ['', 'a', "import { a } from 'x';\n"],
  ["import { b } from 'x';\n", 'a', "import { b, a } from 'x';\n"],
  ["import { b } from 'x';\n", 'type A', "import { b, type A } from 'x';\n"],
  ["import type { B } from 'x';\n", 'type A', "import type { B, A } from 'x';\n"],
  ["import type { B } from 'x';\n", 'a', "import type { B } from 'x';\nimport { a } from 'x';\n"],
  ["import { b } from 'y';\n\nb();\n", 'a', "import { b } from 'y';\nimport { a } from 'x';\n\nb();\n"],
  ["import { a } from 'x';\n", 'a', "import { a } from 'x';\n"],
  ["import * as a from 'y';\n", 'a', "import * as a from 'y';\n"],
  ["import { b } from 'y';\r\n", 'a', "import { b } from 'y';\r\nimport { a } from 'x';\r\n"],
  ["import { z as a } from 'x';\n", 'type a', "import { z as a } from 'x';\n"],
  ["import * as x from 'x';\n", 'type A', "import * as x from 'x';\nimport type { A } from 'x';\n"],
])('%j with %s', (text, name, expected) => {
  expect(insertImport(text, { name, from: 'x' })).toBe(expected);
});

test('a default import gets its own line, once', () => {
  const once = insertImport("import { b } from 'x';\n", { name: 'a', from: 'x', isDefault: true });
  expect(once).toBe("import { b } from 'x';\nimport a from 'x';\n");
  expect(insertImport(once, { name: 'a', from: 'x', isDefault: true })).toBe(once);
});
