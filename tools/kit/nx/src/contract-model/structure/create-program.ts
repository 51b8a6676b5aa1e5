import { Project, ts } from 'ts-morph';
import type { ContractSources } from '../sources.ts';

/** Loads the sources in memory and resolves contracts by package name. Structure needs no type library. */
export function createProgram({ files, components }: ContractSources): Project {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    skipFileDependencyResolution: true,
    compilerOptions: {
      noLib: true,
      types: [],
      target: ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      allowImportingTsExtensions: true,
      paths: Object.fromEntries(components.map(({ package: name, entry }) => [name, [`/${entry}`]])),
    },
  });
  for (const [path, text] of files) project.createSourceFile(`/${path}`, text, { overwrite: true });
  return project;
}

/** Returns the workspace path of a file in the program. */
export function pathOf(file: { getFilePath(): string }): string {
  return file.getFilePath().slice(1);
}
