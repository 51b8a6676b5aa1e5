import { appendFileSync, cpSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FsTree } from 'nx/src/generators/tree';
import { findSources, readContracts } from '../../src/contract-model/index.ts';
import componentGenerator from '../../src/generators/component/generator.ts';
import fixturesGenerator from '../../src/generators/fixtures/generator.ts';
import type { Clone } from '../trees/clone.ts';
import { runGenerator } from '../trees/run-generator.ts';
import testSkeletonGenerator from '../../src/generators/test-skeleton/generator.ts';

const installed = join(import.meta.dirname, '../../../../../node_modules');

/** Installed declaration files of third-party packages. */
export const published: readonly string[] = [
  '@fastify/error/types/index.d.ts',
  '@microsoft/tsdoc/lib/index.d.ts',
  '@mikro-orm/core/index.d.ts',
  '@mikro-orm/migrations/index.d.ts',
  '@mikro-orm/sql/index.d.ts',
  '@testcontainers/postgresql/build/index.d.ts',
  '@types/pg/index.d.ts',
  '@vitest/spy/dist/index.d.ts',
  'axios/index.d.ts',
  'dotenv/lib/main.d.ts',
  'fast-check/lib/fast-check.d.ts',
  'fishery/dist/index.d.ts',
  'keyv/dist/index.d.ts',
  'kysely/dist/index.d.ts',
  'light-my-request/types/index.d.ts',
  'magic-string/dist/index.d.mts',
  'minimatch/dist/esm/index.d.ts',
  'prettier/index.d.ts',
  'rolldown/dist/index.d.mts',
  'testcontainers/build/index.d.ts',
  'tinybench/dist/index.d.ts',
  'typebox/build/index.d.mts',
  'undici/index.d.ts',
  'vite/dist/node/index.d.ts',
  'yaml/dist/index.d.ts',
].filter((path) => existsSync(join(installed, path)));

/** A larger fixtures file is too much for TypeScript itself. */
const most = 20;

export interface PublishedProof {
  readonly path: string;
  /** Number of types in the app's factory, and of planned tests. */
  readonly types: number;
  readonly typeErrors: readonly string[];
}

/** Generates code for a published declaration file and checks its types. Removes the component afterwards. */
export async function provePublished(clone: Clone, path: string): Promise<PublishedProof> {
  const component = `published-${path
    .replace(/\W+/g, '-')
    .replace(/-(?:index-)?d-m?ts$/, '')
    .replace(/^-/, '')
    .slice(0, 24)
    .replace(/-$/, '')
    .toLowerCase()}`;
  const folder = join(clone.path, 'libs', component);
  try {
    const types = await makePublishedComponent(clone.path, component, path);
    const errors = await clone.typeErrors(`libs/${component}/test`);
    return {
      path,
      types: types.length,
      typeErrors: errors.filter((line) => line.startsWith(`libs/${component}/test/`)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Creates a component whose contract library contains the file and its siblings, and whose app depends on its types.
 */
async function makePublishedComponent(root: string, component: string, path: string): Promise<string[]> {
  await runGenerator(root, componentGenerator, { name: component });
  const folder = join(root, 'libs', component);
  const from = join(installed, dirname(path));
  const to = join(folder, 'contract/src/published');
  cpSync(from, to, { recursive: true, filter: isDeclaration });
  writeFileSync(join(to, 'package.json'), JSON.stringify({ type: moduleKindOf(path) }));
  const entry = `./published/${path.slice(dirname(path).length + 1)}`;
  appendFileSync(join(folder, 'contract/src/index.ts'), `export type * from '${entry}';\n`);
  const given = await givenTypes(root, component);
  appendFileSync(join(folder, 'app/src/index.ts'), appOf(component, given));
  await runGenerator(root, fixturesGenerator, { component, allowDirty: true });
  const level = component.length % 2 === 0 ? 'contract' : 'unit';
  await runGenerator(root, testSkeletonGenerator, { component, level, allowDirty: true });
  return given;
}

function moduleKindOf(path: string): string {
  const name = path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/');
  const manifest = readFileSync(join(installed, name, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { type?: string }).type ?? 'commonjs';
}

function isDeclaration(path: string): boolean {
  return statSync(path).isDirectory() ? !path.endsWith('/node_modules') : /\.d\.[mc]?ts$/.test(path);
}

/** Returns the first contracts of the file, with arguments for their type parameters. */
async function givenTypes(root: string, component: string): Promise<string[]> {
  const { components } = await readContracts(findSources(new FsTree(root, false)));
  const own = components.find(({ name }) => name === component)?.contracts ?? [];
  return own
    .filter(
      ({ kind, name, place }) =>
        place.file.includes('/published/') && kind !== 'function' && !name.includes('.'),
    )
    .slice(0, most)
    .map(({ name, typeParameters }) => {
      const required = typeParameters.filter((text) => !text.includes('='));
      return required.length === 0 ? name : `${name}<${required.map(() => 'any').join(', ')}>`;
    });
}

function appOf(component: string, types: readonly string[]): string {
  const names = types.map((type) => type.split('<')[0]).join(', ');
  const parts = types.map((type, index) => `  readonly part${index}: ${type};`).join('\n');
  return `import type { ${names} } from '@acme/${component}-contract';

export interface Parts {
${parts}
}

export function createUser(parts: Parts): Parts {
  return parts;
}
`;
}
