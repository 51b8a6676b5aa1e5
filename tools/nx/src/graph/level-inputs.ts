import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type TargetConfiguration, workspaceRoot } from '@nx/devkit';
import type { Level } from '../levels/index.ts';
import type { Kit } from './kit.ts';

type Inputs = NonNullable<TargetConfiguration['inputs']>;

/** What decides on which server a level's tests run. */
const servers = [
  ...['TEST_DATABASE', 'TEST_DATABASE_URL', 'TEST_POSTGRES_IMAGE', 'ALLOW_TESTS_TO_DESTROY_DATA_ON'],
  ...['PGHOST', 'PGPORT', 'PGUSER', 'PGPASSWORD', 'PGDATABASE'],
  ...['TEST_REDIS', 'TEST_REDIS_URL', 'TEST_REDIS_PORT', 'TEST_REDIS_IMAGE', 'DOCKER_HOST'],
];

/** All that may change the outcome of a level's tests in one project. */
export function levelInputs(
  level: Level,
  own: readonly string[],
  levels: readonly Level[],
  kit: Kit,
): Inputs {
  const variables = level.needs.length === 0 ? [] : servers;
  return [
    'default',
    ...otherLevels(level, own, levels),
    '^production',
    '{workspaceRoot}/vitest.config.ts',
    ...kit.projects.map((project) => ({ input: 'production', projects: project })),
    { externalDependencies: ['vitest', ...kit.installed] },
    ...['TZ', 'NODE_OPTIONS', ...variables].map((env) => ({ env })),
    { runtime: level.needs.length === 0 ? 'node --version' : `node "${capabilityScript()}"` },
  ];
}

/** Relative to the workspace, so that the cache key is the same in every checkout. */
function capabilityScript(): string {
  return relative(workspaceRoot, fileURLToPath(new URL('../capabilities/print.ts', import.meta.url)));
}

/** Test files of other levels: editing one leaves this level's cache whole. */
function otherLevels(level: Level, own: readonly string[], levels: readonly Level[]): string[] {
  const others = levels.map(({ name }) => name).filter((name) => name !== level.name);
  const suffixed = others.map((name) => `!{projectRoot}/**/*.${name}.spec.ts`);
  const folders = others.map((name) => `!{projectRoot}/src/${name}/**/*`);
  const besideTheCode = level.name !== 'unit' && own.every((spec) => spec.endsWith(`.${level.name}.spec.ts`));
  return [...folders, ...(besideTheCode ? [`!{projectRoot}/**/!(*.${level.name}).spec.ts`] : suffixed)];
}
