/**
 * The generator formats its files, and Prettier takes its time.
 *
 * @module-tag slow
 */
import { readJson, writeJson } from '@nx/devkit';
import { createTree } from '@nx/devkit/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { warmUp } from '../../../proof/trees/warm-up.ts';
import { dependOnPackages } from './lib/kit/depend-on-packages.ts';
import { forgetSources } from './lib/kit/forget-sources.ts';

beforeAll(warmUp);

const levels = { containers: { timeout: 1 }, smoke: { timeout: 2 } };
const ofTemplate = {
  workspaces: ['libs/*/*', 'tools/kit/*', 'tools/proof/*'],
  scripts: { test: 'test', pack: 'pack' },
  devDependencies: { '@nx/devkit': '1.0.0', nx: '1.0.0' },
};

function dependingOn(settings: object): unknown {
  const tree = createTree();
  writeJson(tree, 'package.json', { ...ofTemplate, ...settings });
  dependOnPackages(tree, { '@vouch/nx': '1.0.0' });
  return readJson(tree, 'package.json');
}

async function forgetting(settings: object): Promise<unknown> {
  const tree = createTree();
  writeJson(tree, 'nx.json', settings);
  await forgetSources(tree, {});
  return readJson(tree, 'nx.json');
}

describe('without the sources of the kit, package.json', () => {
  const thin = {
    workspaces: ['libs/*/*'],
    scripts: { test: 'test' },
    devDependencies: { '@vouch/nx': '1.0.0', nx: '1.0.0' },
  };

  test('loses what is only about the kit', () => {
    const settings = { overrides: { verdaccio: {} }, vouch: { checks: { documents: {} } } };
    expect(dependingOn(settings)).toEqual(thin);
  });

  test('keeps the owner’s overrides, checks and install scripts', () => {
    const settings = {
      overrides: { verdaccio: {}, left: '1.0.0' },
      vouch: { checks: { documents: {}, own: {} }, installScripts: { sharp: 'is not needed' } },
    };
    expect(dependingOn(settings)).toEqual({
      ...thin,
      overrides: { left: '1.0.0' },
      vouch: { checks: { own: {} }, installScripts: { sharp: 'is not needed' } },
    });
  });
});

describe('without the sources of the kit, nx.json', () => {
  test('loses the level and the limits of the kit', async () => {
    const plugin = { plugin: '@vouch/nx', options: { levels: { containers: levels.containers } } };
    const generators = { '@vouch/nx:test-skeleton': { maxLines: 400 } };
    expect(await forgetting({ plugins: ['mine', plugin], generators })).toEqual({
      plugins: ['mine', '@vouch/nx'],
    });
  });

  test('keeps the owner’s levels, options and generators', async () => {
    const plugin = { plugin: '@vouch/nx', options: { levels, requiredInCi: ['redis'] } };
    const generators = { '@vouch/nx:test-skeleton': {}, mine: { deep: true } };
    expect(await forgetting({ plugins: [plugin], generators })).toEqual({
      plugins: [
        { plugin: '@vouch/nx', options: { levels: { smoke: levels.smoke }, requiredInCi: ['redis'] } },
      ],
      generators: { mine: { deep: true } },
    });
  });
});
