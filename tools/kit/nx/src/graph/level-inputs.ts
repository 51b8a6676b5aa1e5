import type { TargetConfiguration } from '@nx/devkit';
import { type Level, levelOf } from '../levels/index.ts';
import type { KitPackages } from './kit-packages.ts';
import type { TestedPackage } from './tested-package.ts';

type Inputs = NonNullable<TargetConfiguration['inputs']>;

/** Variables that affect every test. The executor's hasher expands the star. */
const common = ['TZ', 'LANG', 'LC_*', 'NODE_*', 'MIKRO_ORM_*', 'BROWSER_PATH'];

/** Variables that select the servers of a level's tests and the way to reach them. */
const servers = [
  ...['TEST_*', 'PG*', 'DOCKER_*', 'TESTCONTAINERS_*', 'RYUK_*'],
  'ALLOW_TESTS_TO_DESTROY_DATA_ON',
];

/**
 * Returns the files, packages and variables that may change the outcome of a level's tests in one project. The
 * executor's hasher adds the state of the machine.
 */
export function levelInputs(
  level: Level,
  tested: TestedPackage,
  levels: readonly Level[],
  kit: KitPackages,
): Inputs {
  return [
    'default',
    ...otherLevels(level, tested, levels),
    '^production',
    '{workspaceRoot}/vitest.config.ts',
    ...kit.projects.map((project) => ({ input: 'production', projects: project })),
    { externalDependencies: ['vitest', ...kit.installed] },
    ...[...common, ...(level.needs.length === 0 ? [] : servers)].map((env) => ({ env })),
    ...(tested.inputs[level.name] ?? []),
  ];
}

/** Excludes the tests of other levels, so that editing one keeps this level's cache. Never excludes other code. */
function otherLevels(level: Level, { specs, onlyTests }: TestedPackage, levels: readonly Level[]): string[] {
  const others = specs.filter((spec) => levelOf(spec, levels) !== level.name);
  const own = specs.filter((spec) => levelOf(spec, levels) === level.name);
  const folders = onlyTests ? foldersWithout(own, level, levels) : [];
  const files = others.filter((spec) => !folders.some((folder) => spec.startsWith(folder)));
  return [
    ...folders.map((folder) => `!{projectRoot}/${folder}**/*`),
    ...files.filter(isPlain).map((spec) => `!{projectRoot}/${spec}`),
  ];
}

/** Returns folders of other levels without tests of this level. They are excluded completely, with their helpers. */
function foldersWithout(own: readonly string[], level: Level, levels: readonly Level[]): string[] {
  return levels
    .filter(({ name }) => name !== level.name)
    .map(({ name }) => `src/${name}/`)
    .filter((folder) => !own.some((spec) => spec.startsWith(folder)));
}

/** A name with pattern characters could exclude more than the file. */
function isPlain(path: string): boolean {
  return !/[*?[\]{}()!+@]/.test(path);
}
