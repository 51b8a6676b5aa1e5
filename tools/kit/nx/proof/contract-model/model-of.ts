import { buildModel } from '../../src/contract-model/build-model.ts';
import type { Contract, ContractModel, PromiseOfContract } from '../../src/contract-model/model.ts';

const root = 'libs/cache/contract';

/** Returns the model of one component with these contract files, `index.ts` first. */
export function modelOf(index: string, files: Readonly<Record<string, string>> = {}): ContractModel {
  const entry = `${root}/src/index.ts`;
  const others = Object.entries(files).map(([name, text]): [string, string] => [`${root}/src/${name}`, text]);
  return buildModel({
    components: [{ name: 'cache', package: '@acme/cache-contract', root, entry }],
    files: new Map([[entry, index], ...others]),
    appPackages: ['@acme/cache'],
  });
}

export function contractsOf(index: string, files?: Readonly<Record<string, string>>): readonly Contract[] {
  return modelOf(index, files).components[0]?.contracts ?? [];
}

export function promisesOf(index: string, files?: Readonly<Record<string, string>>): PromiseOfContract[] {
  return contractsOf(index, files).flatMap(({ promises, members }) => [
    ...promises,
    ...members.flatMap((member) => member.promises),
  ]);
}

/** Returns the promises that sentences state, without the derived ones. */
export function statedIn(index: string, files?: Readonly<Record<string, string>>): Record<string, string> {
  const stated = promisesOf(index, files).filter(({ kind }) => kind !== 'derived');
  return Object.fromEntries(stated.map(({ id, text }) => [id, text]));
}
