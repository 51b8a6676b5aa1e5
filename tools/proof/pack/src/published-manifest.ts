import type { Manifest } from './kit-packages.ts';

const ofTheWorkspace = ['private', 'devDependencies', 'vouch'];

/** The package.json of a package as it is published: compiled modules with their types, and nothing that only the workspace uses. */
export function publishedManifest(manifest: Manifest): Manifest {
  const kept = Object.entries(manifest).filter(([field]) => !ofTheWorkspace.includes(field));
  const { bin, exports = {} } = manifest;
  return {
    ...(Object.fromEntries(kept) as unknown as Manifest),
    ...(bin && { bin: mapValues(bin, compiled) }),
    exports: mapValues(
      Object.fromEntries(Object.entries(exports).filter(([, file]) => !file.startsWith('./proof/'))),
      (file) => (file.endsWith('.ts') ? { types: declared(file), default: compiled(file) } : file),
    ) as unknown as Record<string, string>,
    files: ['dist', '*.json', 'docs', 'CHANGELOG.md'],
    publishConfig: { access: 'public' },
  };
}

/** `./src/x.ts` runs as `./dist/x.js`. */
export function compiled(file: string): string {
  return file.replace(/^\.\/src\//, './dist/').replace(/\.ts$/, '.js');
}

function declared(file: string): string {
  return compiled(file).replace(/\.js$/, '.d.ts');
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  map: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
