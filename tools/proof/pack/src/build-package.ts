import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { KitPackage } from './kit-packages.ts';
import { compiled, publishedManifest } from './published-manifest.ts';

/** Compiles a package into `<stage>/node_modules/<name>`, where the packages that depend on it find it. */
export function buildPackage(root: string, stage: string, { folder, manifest }: KitPackage): string {
  const target = join(stage, 'node_modules', manifest.name);
  mkdirSync(target, { recursive: true });
  compile(root, join(stage, 'sources', manifest.name), { folder, target });
  cpSync(join(folder, 'src'), join(target, 'dist'), { recursive: true, filter: (path) => !isCompiled(path) });
  for (const file of ['README.md', 'docs']) copyIfPresent(join(folder, file), join(target, file));
  cpSync(join(root, 'LICENSE'), join(target, 'LICENSE'));
  cpSync(join(root, 'tools/kit/CHANGELOG.md'), join(target, 'CHANGELOG.md'));
  for (const file of globSync('*.json', { cwd: folder }))
    if (file !== 'tsconfig.json' && file !== 'package.json')
      copyCompiledPaths(join(folder, file), join(target, file));
  writeJson(join(target, 'package.json'), publishedManifest(manifest));
  return target;
}

/** Its sources are compiled outside of the workspace, so that other packages of the kit are found as they are published. */
function compile(
  root: string,
  sources: string,
  { folder, target }: { folder: string; target: string },
): void {
  cpSync(join(folder, 'src'), join(sources, 'src'), { recursive: true });
  const nested = join(folder, 'node_modules');
  if (existsSync(nested))
    cpSync(nested, join(sources, 'node_modules'), { recursive: true, verbatimSymlinks: true });
  cpSync(join(folder, 'package.json'), join(sources, 'package.json'));
  writeJson(join(sources, 'tsconfig.json'), {
    extends: join(root, 'tsconfig.base.json'),
    compilerOptions: {
      composite: false,
      emitDeclarationOnly: false,
      declaration: true,
      sourceMap: true,
      inlineSources: true,
      rootDir: 'src',
      outDir: join(target, 'dist'),
    },
    include: ['src'],
    exclude: ['**/*.spec.ts'],
  });
  const compiler = join(root, 'node_modules/typescript-native/bin/tsc');
  const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', sources, '--pretty', 'false'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${folder} does not compile:\n${stdout}`);
  for (const file of globSync('dist/**/*.d.ts', { cwd: target })) nameCompiledModules(join(target, file));
}

/** TypeScript leaves the endings of imports in declarations as they are in the sources. */
function nameCompiledModules(file: string): void {
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replaceAll(/(from '|import\(')(\.{1,2}\/[^']+)\.ts'/g, "$1$2.js'"));
}

function isCompiled(path: string): boolean {
  return /(?<!\.d)\.ts$/.test(path);
}

/** Lists such as `generators.json` name modules by their sources. */
function copyCompiledPaths(from: string, to: string): void {
  const text = readFileSync(from, 'utf8').replaceAll(
    /"(\.\/src\/[^"]+)"/g,
    (_, path: string) => `"${compiled(path)}"`,
  );
  writeFileSync(to, text);
}

function copyIfPresent(from: string, to: string): void {
  if (existsSync(from)) cpSync(from, to, { recursive: true });
}

function writeJson(file: string, value: unknown): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
