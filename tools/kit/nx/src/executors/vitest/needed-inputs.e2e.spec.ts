import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ScratchWorkspace } from '@vouch/scratch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RunOutput } from '../../../proof/run-output.ts';

type Environment = Record<string, string>;

/** A change for each input of a unit task that only this input reveals. It may return changed variables. */
const changes: Record<string, (workspace: ScratchWorkspace, name: string) => Environment | void> = {
  '"default"': (workspace, name) => void workspace.write(`libs/${name}/src/own.ts`, 'export const own = 2;'),
  '"^production"': (workspace) =>
    void workspace.write('libs/dependency/src/index.ts', 'export const value = 2;'),
  '"{workspaceRoot}/vitest.config.ts"': (workspace) => {
    const config = readFileSync(join(workspace.path, 'vitest.config.ts'), 'utf8');
    workspace.write('vitest.config.ts', `${config}\n// changed\n`);
  },
  '{"externalDependencies":["vitest"]}': (workspace) =>
    void workspace.editJson('package-lock.json', (lockfile) => {
      const packages = lockfile['packages'] as Record<string, object>;
      packages['node_modules/vitest'] = {
        ...packages['node_modules/vitest'],
        version: '5.9.9',
        integrity: 'sha512-changed',
      };
      return lockfile;
    }),
  '{"env":"TZ"}': () => ({ TZ: 'Asia/Tokyo' }),
  '{"env":"LANG"}': () => ({ LANG: 'de_DE.UTF-8' }),
  '{"env":"LC_*"}': () => ({ LC_TIME: 'de_DE.UTF-8' }),
  '{"env":"NODE_*"}': () => ({ NODE_ENV: 'changed' }),
  '{"env":"MIKRO_ORM_*"}': () => ({ MIKRO_ORM_DEBUG: '1' }),
  '{"env":"BROWSER_PATH"}': () => ({ BROWSER_PATH: '/usr/bin/other' }),
  '{"env":"DECLARED"}': () => ({ DECLARED: 'changed' }),
};

describe('each input of a task is necessary', () => {
  const workspace = new ScratchWorkspace();
  const inputs: (string | object)[] = [];
  let environment: Environment = {};
  const run = async () =>
    new RunOutput(await workspace.nx(['run-many', '-t', 'unit', '--output-style=static'], environment));

  const library = (name: string) =>
    workspace
      .library(
        name,
        {
          'src/own.ts': 'export const own = 1;',
          'src/it.spec.ts': `import { value } from '@demo/dependency'; import { expect, test } from 'vitest'; import { own } from './own.ts'; test('runs', () => { expect(own + value).toBeGreaterThan(0); });`,
        },
        ['@demo/dependency'],
      )
      .editJson(`libs/${name}/package.json`, (manifest) => ({
        ...manifest,
        vouch: { inputs: { unit: [{ env: 'DECLARED' }] } },
      }));

  beforeAll(async () => {
    workspace.library('dependency', { 'src/index.ts': 'export const value = 1;' });
    library('whole');
    const shown = await workspace.nx(['show', 'project', '@demo/whole', '--json']);
    const project = JSON.parse(shown.output) as { targets: { unit: { inputs: (string | object)[] } } };
    inputs.push(...project.targets.unit.inputs);
    for (const [index, input] of inputs.entries())
      library(`without-${index}`).write(`libs/without-${index}/project.json`, {
        name: `@demo/without-${index}`,
        targets: { unit: { inputs: [...inputs.filter((other) => other !== input), ...inPlaceOf(input)] } },
      });
    const first = await run();
    expect(first.code, first.output).toBe(0);
  }, 300_000);

  afterAll(() => workspace[Symbol.dispose]());

  test('each input is tried', () => {
    expect(inputs.map((input) => JSON.stringify(input)).toSorted()).toEqual(Object.keys(changes).toSorted());
  });

  test.for(Object.keys(changes))('%s', { timeout: 120_000 }, async (key) => {
    const index = inputs.findIndex((input) => JSON.stringify(input) === key);
    const [whole, mutant] = ['@demo/whole:unit', `@demo/without-${index}:unit`];
    for (const name of ['whole', `without-${index}`])
      environment = { ...environment, ...changes[key]?.(workspace, name) };
    const changed = await run();
    expect(changed.code, changed.output).toBe(0);
    expect(changed.isCached(whole)).toBe(false);
    const isNamed = changed.of(mutant).includes('does not declare');
    expect(changed.isCached(mutant) || isNamed, changed.of(mutant)).toBe(true);
    expect((await run()).isCached(whole)).toBe(true);
  });
});

/** Without a list of packages, Nx takes all of them. */
function inPlaceOf(input: string | object): object[] {
  return typeof input === 'object' && 'externalDependencies' in input
    ? [{ externalDependencies: ['prettier'] }]
    : [];
}
