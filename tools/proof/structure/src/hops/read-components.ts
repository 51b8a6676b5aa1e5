import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Project, type SourceFile, ts } from 'ts-morph';
import { foldersOf } from '../folders-of.ts';

/** Reads the sources of all components: contracts and app libraries. */
export function readComponents(root: string): SourceFile[] {
  const project = new Project({ compilerOptions: optionsOf(root) });
  const folders = ['libs/*/app/src', 'libs/*/contract/src'].flatMap((pattern) => foldersOf(root, pattern));
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => project.addSourceFileAtPath(join(root, folder, path))),
  );
}

/** Without a configuration file, because the compiler lists the whole folder of one. */
function optionsOf(root: string): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.base.json'), (path) => ts.sys.readFile(path)) as {
    config: { compilerOptions: object };
  };
  return ts.convertCompilerOptionsFromJson(config.compilerOptions, root).options;
}
