import type { TargetConfiguration } from '@nx/devkit';
import { type Level, levelOf } from '../levels/index.ts';
import type { Kit } from './kit.ts';
import type { TestedPackage } from './tested-package.ts';

type Inputs = NonNullable<TargetConfiguration['inputs']>;

/** Variables that change how any test behaves. The executor's hasher knows what the star means. */
const common = ['TZ', 'LANG', 'LC_*', 'NODE_*', 'MIKRO_ORM_*'];

/** Variables that decide on which server a level's tests run, and how they reach it. */
const servers = ['TEST_*', 'PG*', 'DOCKER_*', 'TESTCONTAINERS_*', 'ALLOW_TESTS_TO_DESTROY_DATA_ON'];

/**
 * Files, packages and variables that may change the outcome of a level's tests in one project. The executor's hasher
 * adds the state of the machine.
 */
export function levelInputs(level: Level, tested: TestedPackage, levels: readonly Level[], kit: Kit): Inputs {
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

/** What belongs to other levels alone: editing it leaves this level's cache whole. Never code that is not a test. */
function otherLevels(level: Level, tested: TestedPackage, levels: readonly Level[]): string[] {
  const others = levels.map(({ name }) => name).filter((name) => name !== level.name);
  return [
    ...others.map((name) => `!{projectRoot}/**/*.${name}.spec.ts`),
    ...others.flatMap((name) => inFolder(name, tested, levels)),
    ...besideTheCode(level, tested, levels),
  ];
}

/**
 * Where a package is nothing but tests, all of another level's folder is left out, its helpers included. Elsewhere a
 * folder of code may have the name of a level: only the tests in it are left out.
 */
function inFolder(name: string, { specs, onlyTests }: TestedPackage, levels: readonly Level[]): string[] {
  const folder = `src/${name}/`;
  const strangers = specs.some((spec) => spec.startsWith(folder) && levelOf(spec, levels) !== name);
  if (strangers) return [];
  return [`!{projectRoot}/${folder}**/*${onlyTests ? '' : '.spec.ts'}`];
}

/** Unit tests beside the code are left out of a level all of whose tests say their level in their name. */
function besideTheCode(level: Level, { specs }: TestedPackage, levels: readonly Level[]): string[] {
  const own = specs.filter((spec) => levelOf(spec, levels) === level.name);
  const named = own.every((spec) => spec.endsWith(`.${level.name}.spec.ts`));
  return level.name !== 'unit' && named ? [`!{projectRoot}/**/!(*.${level.name}).spec.ts`] : [];
}
