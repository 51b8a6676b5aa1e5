import { createTree } from '@nx/devkit/testing';
import { expect, test } from 'vitest';
import renameTestingExports from './migration.ts';

test('renames exports that have another name now, and leaves everything else', async () => {
  const tree = createTree();
  tree.write(
    'tools/start.ts',
    `import { startDevelopmentServer } from '@vouch/testing/database';\nimport { test } from "@vouch/testing";\nimport '@vouch/testing/schema';\n`,
  );
  tree.write('README.md', "import '@vouch/testing/database'\n");
  await renameTestingExports(tree);
  expect(tree.read('tools/start.ts', 'utf-8')).toBe(
    `import { startDevelopmentServer } from '@vouch/testing/servers';\nimport { test } from "@vouch/testing";\nimport '@vouch/testing/schema';\n`,
  );
  expect(tree.read('README.md', 'utf-8')).toContain('@vouch/testing/database');
});

test('again changes nothing', async () => {
  const tree = createTree();
  tree.write('a.ts', "import '@vouch/testing/redis';\n");
  await renameTestingExports(tree);
  const once = tree.read('a.ts', 'utf-8');
  await renameTestingExports(tree);
  expect(tree.read('a.ts', 'utf-8')).toBe(once);
  expect(once).toContain('@vouch/testing/servers/redis');
});
