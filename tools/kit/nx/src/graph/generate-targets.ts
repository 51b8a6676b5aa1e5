import type { TargetConfiguration } from '@nx/devkit';
import { type Level, levelOf } from '../levels/index.ts';
import { resultFile } from '../results/read-tasks.ts';
import type { KitPackages } from './kit-packages.ts';
import { levelInputs } from './level-inputs.ts';
import type { TestedPackage } from './tested-package.ts';

interface LevelTarget {
  readonly level: Level;
  readonly target: TargetConfiguration;
}

/** Returns a target for each level with test files, and `test` for those levels that run anywhere. */
export function generateTargets(
  tested: TestedPackage,
  levels: readonly Level[],
  kit: KitPackages,
): Record<string, TargetConfiguration> {
  const names = new Set(tested.specs.map((spec) => levelOf(spec, levels)));
  const present = levels
    .filter(({ name }) => names.has(name))
    .map((level) => ({ level, target: levelTarget(level, levelInputs(level, tested, levels, kit)) }));
  const targets = Object.fromEntries(present.map(({ level, target }) => [level.name, target]));
  const inTest = present.filter(({ level }) => level.inTest);
  const { test: chosen = inTest.map(({ level }) => level.name) } = tested;
  const gathered = inTest.filter(({ level }) => chosen.includes(level.name));
  return {
    ...targets,
    ...(gathered.length > 0 && { test: testTarget(gathered) }),
    ...(gathered.length < inTest.length && { 'test-all': testTarget(inTest) }),
  };
}

function levelTarget(
  { name }: Level,
  inputs: NonNullable<TargetConfiguration['inputs']>,
): TargetConfiguration {
  return {
    executor: '@vouch/nx:vitest',
    options: { level: name },
    cache: true,
    inputs,
    outputs: [`{workspaceRoot}/${resultFile('{projectRoot}', name)}`],
    metadata: { technologies: ['vitest'], description: `${name} tests` },
  };
}

/** Gathers the results of the levels. Nx would skip `nx:noop` if one fails, and then exit with 130. */
function testTarget(gathered: readonly LevelTarget[]): TargetConfiguration {
  const names = gathered.map(({ level }) => level.name);
  // Drop exclusions: a file excluded from one level belongs to another.
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
