import { expect, test } from 'vitest';
import { changeLevels } from '../levels/index.ts';
import { generateTargets } from './generate-targets.ts';

const kit = { projects: ['@vouch/nx'], installed: [] };
const targetsOf = (...specs: string[]) =>
  generateTargets({ specs, onlyTests: false, inputs: {} }, changeLevels(), kit);

test('a package without tests has no targets', () => {
  expect(targetsOf()).toEqual({});
});

test('each level with tests is a target, and test gathers those that run anywhere', () => {
  const targets = targetsOf('src/unit/a.spec.ts', 'src/integration/b.spec.ts', 'src/chaos/c.spec.ts');
  expect(Object.keys(targets)).toEqual(['unit', 'integration', 'chaos', 'test']);
  expect(targets['test']).toMatchObject({
    options: { gathers: ['unit', 'integration'] },
    dependsOn: [
      { target: 'unit', params: 'forward' },
      { target: 'integration', params: 'forward' },
    ],
  });
});

test('a package can narrow test to some levels, and test-all gathers the others, too', () => {
  const specs = ['src/a.spec.ts', 'src/b.integration.spec.ts', 'src/c.e2e.spec.ts'];
  const targets = generateTargets(
    { specs, onlyTests: false, inputs: {}, test: ['unit'] },
    changeLevels(),
    kit,
  );
  expect(targets['test']).toMatchObject({ options: { gathers: ['unit'] } });
  expect(targets['test-all']).toMatchObject({ options: { gathers: ['unit', 'integration'] } });
});

test('a package of which test would gather nothing has test-all alone', () => {
  const specs = ['src/b.integration.spec.ts'];
  const targets = generateTargets(
    { specs, onlyTests: false, inputs: {}, test: ['unit'] },
    changeLevels(),
    kit,
  );
  expect(Object.keys(targets)).toEqual(['integration', 'test-all']);
});

test('the inputs of test are those of all gathered levels, without exclusions', () => {
  const { inputs = [] } = targetsOf('src/unit/a.spec.ts', 'src/integration/b.spec.ts')['test'] ?? {};
  expect(inputs.filter((input) => typeof input === 'string' && input.startsWith('!'))).toEqual([]);
  expect(inputs).toContain('default');
  expect(inputs).toContainEqual({ env: 'TEST_*' });
});

test('a package with only levels outside test has no target test', () => {
  expect(Object.keys(targetsOf('src/e2e/a.spec.ts'))).toEqual(['e2e']);
});

test('every target is cached and has its own result file', () => {
  expect(targetsOf('src/unit/a.spec.ts')['unit']).toMatchObject({
    cache: true,
    executor: '@vouch/nx:vitest',
    outputs: ['{workspaceRoot}/.vouch/results/{projectRoot}/unit.json'],
  });
});

test('the inputs of a level exclude the tests of the others, but no code in folders of their names', () => {
  const { unit, integration } = targetsOf('src/a.spec.ts', 'src/b.integration.spec.ts', 'src/e2e/c.spec.ts');
  const left = (inputs: unknown[] = []) => inputs.filter((input) => String(input).startsWith('!'));
  expect(left(unit?.inputs)).toEqual([
    '!{projectRoot}/src/b.integration.spec.ts',
    '!{projectRoot}/src/e2e/c.spec.ts',
  ]);
  expect(left(integration?.inputs)).toEqual([
    '!{projectRoot}/src/a.spec.ts',
    '!{projectRoot}/src/e2e/c.spec.ts',
  ]);
});

test('in a test library they exclude the folders of the others', () => {
  const specs = ['src/unit/a.spec.ts', 'src/integration/b.spec.ts'];
  const { unit } = generateTargets({ specs, onlyTests: true, inputs: {} }, changeLevels(), kit);
  expect(unit?.inputs).toContain('!{projectRoot}/src/integration/**/*');
  expect(unit?.inputs).not.toContain('!{projectRoot}/src/unit/**/*');
});

test('a folder with a test of another level is not excluded from that level', () => {
  const specs = ['src/integration/a.security.spec.ts', 'src/integration/b.spec.ts'];
  const { security } = generateTargets({ specs, onlyTests: true, inputs: {} }, changeLevels(), kit);
  expect(security?.inputs).not.toContain('!{projectRoot}/src/integration/**/*');
  expect(security?.inputs).toContain('!{projectRoot}/src/integration/b.spec.ts');
});

test('a file whose name is a pattern is never excluded', () => {
  const { unit } = targetsOf('src/a.spec.ts', 'src/[id].integration.spec.ts');
  expect(unit?.inputs).not.toContain('!{projectRoot}/src/[id].integration.spec.ts');
});

test('a package’s declaration for a level is an input of that level', () => {
  const inputs = { unit: ['{workspaceRoot}/prices.json', { env: 'CURRENCY' }] };
  const specs = ['src/a.spec.ts', 'src/a.integration.spec.ts'];
  const targets = generateTargets({ specs, onlyTests: false, inputs }, changeLevels(), kit);
  expect(targets['unit']?.inputs).toEqual(expect.arrayContaining(inputs.unit));
  expect(targets['integration']?.inputs).not.toContain('{workspaceRoot}/prices.json');
});

test('a level that needs a server depends on the variables that choose the server', () => {
  const { integration, unit } = targetsOf('src/unit/a.spec.ts', 'src/integration/b.spec.ts');
  expect(integration?.inputs).toContainEqual({ env: 'TEST_*' });
  expect(unit?.inputs).not.toContainEqual({ env: 'TEST_*' });
});
