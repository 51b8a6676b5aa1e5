import { expect, test } from 'vitest';
import { globbedFolders } from './import-globs.ts';

test.each([
  [`import.meta.glob('./a/*.ts')`, [['/w/libs/x/a', false]]],
  [`import.meta.glob<Module>("./a/**/*.ts", { eager: true, import: 'b' })`, [['/w/libs/x/a', true]]],
  [
    `import.meta.glob(['./a/*.ts', '../b/*.ts', '!./a/no.ts'])`,
    [
      ['/w/libs/x/a', false],
      ['/w/libs/b', false],
    ],
  ],
  [`import.meta.glob('/libs/*/package.json')`, [['/w/libs', true]]],
  ['await import(`./a/${name}.ts`)', [['/w/libs/x/a', false]]],
  [`import('./a.ts')`, []],
])('%s', (code, folders) => {
  const found = globbedFolders('/w/libs/x/x.ts', `\n\n${code}`, '/w');
  expect(found).toEqual(folders.map(([folder, deep]) => ({ folder, deep, line: 3 })));
});
