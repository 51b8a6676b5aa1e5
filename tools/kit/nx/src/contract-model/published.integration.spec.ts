import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { modelOf } from '../../proof/contract-model/model-of.ts';

const declarations = [
  '@microsoft/tsdoc/lib/parser/TSDocParser.d.ts',
  '@mikro-orm/core/EntityManager.d.ts',
  '@mikro-orm/core/typings.d.ts',
  '@nx/devkit/dist/public-api.d.ts',
  '@types/node/fs.d.ts',
  '@types/node/stream.d.ts',
  '@types/pg/index.d.ts',
  '@types/ws/index.d.ts',
  'ajv/dist/core.d.ts',
  'axios/index.d.ts',
  'chalk/source/index.d.ts',
  'commander/typings/index.d.ts',
  'dotenv/lib/main.d.ts',
  'fastify/fastify.d.ts',
  'fastify/types/instance.d.ts',
  'fishery/dist/factory.d.ts',
  'ignore/index.d.ts',
  'keyv/dist/index.d.ts',
  'kysely/dist/kysely.d.ts',
  'p-limit/index.d.ts',
  'pino/pino.d.ts',
  'pure-rand/lib/types/RandomGenerator.d.ts',
  'semver/index.d.ts',
  'fastq/index.d.ts',
  'light-my-request/types/index.d.ts',
  'undici/types/dispatcher.d.ts',
  'yaml/dist/doc/Document.d.ts',
].flatMap(readable);

function readable(path: string): { path: string; text: string }[] {
  try {
    return [{ path, text: readFileSync(resolve('node_modules', path), 'utf8') }];
  } catch {
    return [];
  }
}

test('enough declaration files are installed', () => {
  expect(declarations.length).toBeGreaterThanOrEqual(20);
});

test.each(declarations)('reads $path with unique ids', ({ text }) => {
  const { components, problems } = modelOf("export * from './published.d.ts';", { 'published.d.ts': text });
  const contracts = components.flatMap((component) => component.contracts);
  const ids = contracts.flatMap(({ members }) =>
    members.flatMap(({ promises }) => promises.map(({ id }) => id)),
  );
  expect(ids.filter((id, index) => ids.indexOf(id) < index)).toEqual([]);
  expect(problems.filter(({ code }) => code === 'syntax')).toEqual([]);
});
