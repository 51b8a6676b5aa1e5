import { writeJson, type Tree } from '@nx/devkit';
import { createTree } from '@nx/devkit/testing';

/** A tree that looks like a fresh clone to the generators. */
export function cloneTree(): Tree {
  const tree = createTree();
  tree.delete('.prettierrc');
  writeJson(tree, 'package.json', { name: 'vouch', devDependencies: {} });
  writeJson(tree, 'nx.json', {});
  writeJson(tree, 'tsconfig.base.json', { compilerOptions: {} });
  writeJson(tree, '.prettierrc.json', { singleQuote: true, printWidth: 110, trailingComma: 'all' });
  writeJson(tree, 'apps/api/package.json', { name: '@acme/api', version: '0.0.0' });
  writeJson(tree, 'tools/kit/testing/package.json', { name: '@vouch/testing', version: '0.1.0' });
  tree.write(
    'tsconfig.json',
    '{\n  "files": [],\n  // kept by hand\n  "references": [\n    { "path": "./tools/kit/nx" }\n  ]\n}\n',
  );
  writeJson(tree, 'package-lock.json', { packages: { '': {}, 'node_modules/zod': {} } });
  return tree;
}

/** Returns all files of a tree with their text, to compare before and after. */
export function filesOf(tree: Tree, folder = '.'): Record<string, string> {
  const entries = tree.children(folder).map((name) => (folder === '.' ? name : `${folder}/${name}`));
  return Object.fromEntries(
    entries.flatMap((path): [string, string][] =>
      tree.isFile(path) ? [[path, tree.read(path, 'utf-8') ?? '']] : Object.entries(filesOf(tree, path)),
    ),
  );
}
