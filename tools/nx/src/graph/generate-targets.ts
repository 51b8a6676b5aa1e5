import type { TargetConfiguration } from '@nx/devkit';
import { type Level, levelOf } from '../levels/index.ts';
import type { Kit } from './kit.ts';
import { levelInputs } from './level-inputs.ts';

type Targets = Record<string, TargetConfiguration>;

/** A target for each level that the spec files belong to, and `test` for those that run anywhere. */
export function generateTargets(specs: readonly string[], levels: readonly Level[], kit: Kit): Targets {
  const present = levels.filter(({ name }) => specs.some((spec) => levelOf(spec, levels) === name));
  const targets = Object.fromEntries(present.map((level) => [level.name, levelTarget(level, specs, levels, kit)]));
  const inTest = present.filter((level) => level.inTest);
  return inTest.length === 0 ? targets : { ...targets, test: testTarget(inTest) };
}

function levelTarget(
  level: Level,
  specs: readonly string[],
  levels: readonly Level[],
  kit: Kit,
): TargetConfiguration {
  const own = specs.filter((spec) => levelOf(spec, levels) === level.name);
  return {
    executor: '@vouch/nx:vitest',
    options: { level: level.name },
    cache: true,
    inputs: levelInputs(level, own, levels, kit),
    outputs: [`{workspaceRoot}/.vouch/results/{projectRoot}/${level.name}.json`],
    metadata: {
      technologies: ['vitest'],
      description: `${own.length} test ${own.length === 1 ? 'file' : 'files'} of the level ${level.name}`,
    },
  };
}

function testTarget(levels: readonly Level[]): TargetConfiguration {
  return {
    executor: 'nx:noop',
    dependsOn: levels.map(({ name }) => ({ target: name, params: 'forward' })),
    metadata: { technologies: ['vitest'], description: levels.map(({ name }) => name).join(', ') },
  };
}
