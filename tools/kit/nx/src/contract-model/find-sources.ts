import type { ComponentSource, ContractSources } from './sources.ts';

/** The source of files: an Nx tree, or a folder on disk with `diskFiles`. */
export interface Files {
  read(path: string, encoding: 'utf-8'): string | null;
  children(path: string): string[];
  isFile(path: string): boolean;
}

/** Finds the contract libraries, `libs/<component>/contract`, and reads their sources. */
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

/** Adds the files of a component's app library to the sources. */
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

/** Lists the TypeScript files below a folder, without tests, installed packages and build output. */
export function sourcesIn(files: Files, folder: string): string[] {
  return files.children(folder).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (name === 'node_modules' || name === 'dist') return [];
    if (!files.isFile(path)) return sourcesIn(files, path);
    return /\.[mc]?ts$/.test(name) && !name.endsWith('.spec.ts') ? [path] : [];
  });
}
