import { join, relative, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '../../../../..');

/** Returns the type errors of test files that exist only in memory, each with the name of its file. */
export function typeErrors(files: Readonly<Record<string, string>>): string[] {
  const texts = new Map(Object.entries(files).map(([name, text]) => [join(import.meta.dirname, name), text]));
  const options = compilerOptions();
  const host = ts.createCompilerHost(options);
  const readOriginal = host.getSourceFile.bind(host);
  const existsOriginal = host.fileExists.bind(host);
  // TypeScript looks for peer dependencies of a linked package in '<root>//<name>', outside of node_modules.
  host.directoryExists = (path) => !path.includes('//') && ts.sys.directoryExists(path);
  host.fileExists = (path) => texts.has(path) || existsOriginal(path);
  host.getSourceFile = (path, version, ...rest) => {
    const text = texts.get(path);
    return text === undefined
      ? readOriginal(path, version, ...rest)
      : ts.createSourceFile(path, text, version);
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  return [...texts.keys()].flatMap((path) =>
    ts.getPreEmitDiagnostics(program, program.getSourceFile(path)).map((error) => {
      const message = ts.flattenDiagnosticMessageText(error.messageText, '\n');
      return `${relative(import.meta.dirname, path)}: ${message}`;
    }),
  );
}

function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.base.json'), (path) => ts.sys.readFile(path)) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  return {
    ...options,
    rootDir: root,
    composite: false,
    emitDeclarationOnly: false,
    noEmit: true,
    noUnusedLocals: false,
    rewriteRelativeImportExtensions: false,
  };
}
