import type { TargetConfiguration } from '@nx/devkit';
import { type Level, levelOf } from '../levels/index.ts';
import type { KitPackages } from './kit-packages.ts';
import type { TestedPackage } from './tested-package.ts';

type Inputs = NonNullable<TargetConfiguration['inputs']>;

/** Variables that change how any test behaves. The executor's hasher knows what the star means. */
const common = ['TZ', 'LANG', 'LC_*', 'NODE_*', 'MIKRO_ORM_*', 'BROWSER_PATH'];

/** Variables that decide on which server a level's tests run, and how they reach it. */
const servers = [
  ...['TEST_*', 'PG*', 'DOCKER_*', 'TESTCONTAINERS_*', 'RYUK_*'],
  'ALLOW_TESTS_TO_DESTROY_DATA_ON',
];

/**
 * Files, packages and variables that may change the outcome of a level's tests in one project. The executor's hasher
 * adds the state of the machine.
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

/** The tests of other levels: editing one leaves this level's cache whole. Never code that is not a test. */
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

/** Folders of other levels in which no test of this level stands: with their helpers, they are left out as a whole. */
function foldersWithout(own: readonly string[], level: Level, levels: readonly Level[]): string[] {
  return levels
    .filter(({ name }) => name !== level.name)
    .map(({ name }) => `src/${name}/`)
    .filter((folder) => !own.some((spec) => spec.startsWith(folder)));
}

/** A name that is a pattern could leave out more than the file. */
function isPlain(path: string): boolean {
  return !/[*?[\]{}()!+@]/.test(path);
}
