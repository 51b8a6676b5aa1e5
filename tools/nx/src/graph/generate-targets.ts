import type { TargetConfiguration } from '@nx/devkit';
import { type Level, levelOf } from '../levels/index.ts';
import type { Kit } from './kit.ts';
import { levelInputs } from './level-inputs.ts';

interface LevelTarget {
  readonly level: Level;
  readonly target: TargetConfiguration;
}

/** A target for each level that the spec files belong to, and `test` for those that run anywhere. */
export function generateTargets(
  specs: readonly string[],
  levels: readonly Level[],
  kit: Kit,
): Record<string, TargetConfiguration> {
  const byLevel = Map.groupBy(specs, (spec) => levelOf(spec, levels));
  const present = levels
    .filter(({ name }) => byLevel.has(name))
    .map((level) => ({ level, target: levelTarget(level, byLevel.get(level.name) ?? [], levels, kit) }));
  const targets = Object.fromEntries(present.map(({ level, target }) => [level.name, target]));
  const inTest = present.filter(({ level }) => level.inTest);
  return inTest.length === 0 ? targets : { ...targets, test: testTarget(inTest) };
}

function levelTarget(
  level: Level,
  own: readonly string[],
  levels: readonly Level[],
  kit: Kit,
): TargetConfiguration {
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

/** Ends as the levels that it gathers. `nx:noop` would be skipped when one fails, and Nx then exits with 130. */
function testTarget(gathered: readonly LevelTarget[]): TargetConfiguration {
  const names = gathered.map(({ level }) => level.name);
  // What one level leaves out is what another is about.
  const inputs = gathered
    .flatMap(({ target }) => target.inputs ?? [])
    .filter((input) => typeof input !== 'string' || !input.startsWith('!'));
  return {
    executor: '@vouch/nx:vitest',
    options: { gathers: names },
    cache: true,
    inputs: [...new Map(inputs.map((input) => [JSON.stringify(input), input])).values()],
    dependsOn: names.map((target) => ({ target, params: 'forward' })),
    metadata: { technologies: ['vitest'], description: names.join(', ') },
  };
}
