import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type TargetConfiguration, workspaceRoot } from '@nx/devkit';
import type { CapabilityName, Level } from '../levels/index.ts';
import type { Kit } from './kit.ts';

type Inputs = NonNullable<TargetConfiguration['inputs']>;

const environment: Partial<Record<CapabilityName, readonly string[]>> = {
  postgres: ['TEST_DATABASE', 'TEST_DATABASE_URL', 'TEST_POSTGRES_IMAGE'],
};

/** All that may change the outcome of a level's tests in one project. */
export function levelInputs(
  level: Level,
  own: readonly string[],
  levels: readonly Level[],
  kit: Kit,
): Inputs {
  const variables = level.needs.flatMap((name) => environment[name] ?? []);
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
