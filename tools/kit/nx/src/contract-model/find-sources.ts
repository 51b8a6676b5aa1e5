import type { ComponentSource, ContractSources } from './sources.ts';

/** Where files are read from: an Nx tree, or a folder on disk by `diskFiles`. */
export interface Files {
  read(path: string, encoding: 'utf-8'): string | null;
  children(path: string): string[];
  isFile(path: string): boolean;
}

/** Looks for contract libraries, `libs/<component>/contract`, and reads their sources. */
export function findSources(files: Files): ContractSources {
  const components = files
    .children('libs')
    .toSorted()
    .flatMap((name) => componentIn(files, name));
  const paths = components.flatMap(({ root }) => sourcesIn(files, root));
  return {
    components,
    files: new Map(paths.map((path) => [path, files.read(path, 'utf-8') ?? ''])),
    appPackages: files.children('libs').flatMap((name) => packageName(files, `libs/${name}/app`) ?? []),
  };
}

/** The same sources with the files of a component's app library. */
export function withAppSources(files: Files, sources: ContractSources, component: string): ContractSources {
  const paths = sourcesIn(files, `libs/${component}/app`);
  const added = paths.map((path): [string, string] => [path, files.read(path, 'utf-8') ?? '']);
  return { ...sources, files: new Map([...sources.files, ...added]) };
}

function componentIn(files: Files, name: string): ComponentSource[] {
  const root = `libs/${name}/contract`;
  const packageOf = packageName(files, root);
  return packageOf === undefined ? [] : [{ name, root, package: packageOf, entry: `${root}/src/index.ts` }];
}

function packageName(files: Files, root: string): string | undefined {
  const text = files.isFile(`${root}/package.json`) ? files.read(`${root}/package.json`, 'utf-8') : null;
  return text === null ? undefined : (JSON.parse(text) as { name?: string }).name;
}

/** The TypeScript files below a folder, tests and what is installed or built left out. */
export function sourcesIn(files: Files, folder: string): string[] {
  return files.children(folder).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (name === 'node_modules' || name === 'dist') return [];
    if (!files.isFile(path)) return sourcesIn(files, path);
    return /\.[mc]?ts$/.test(name) && !name.endsWith('.spec.ts') ? [path] : [];
  });
}
