import type { Component, Contract, Member, PromiseOfContract } from '../../../../contract-model/index.ts';
import { categories } from '../../../../contract-model/index.ts';
import type { PlannedTest } from '../model/planned-test.ts';
import type { SkeletonOptions } from '../model/skeleton-options.ts';

/** Selects promises by the options, in plan order: contract, member, category, place in the comment. */
export function selectPromises(
  component: Component,
  options: Pick<SkeletonOptions, 'only' | 'exclude'>,
): PlannedTest[] {
  const all = component.contracts.flatMap(promisesOf);
  requireKnown([component], [...options.only, ...options.exclude]);
  return all.filter(
    ({ contract, suite }) =>
      (options.only.length === 0 || names(options.only, contract.name, suite)) &&
      !names(options.exclude, contract.name, suite),
  );
}

/** Returns the names for --only and --exclude: contracts, and members with promises. */
export function choosableNames({ contracts }: Component): Set<string> {
  return new Set([
    ...contracts.map(({ name }) => name),
    ...contracts.flatMap(promisesOf).map(({ suite }) => suite),
  ]);
}

function promisesOf(contract: Contract): PlannedTest[] {
  const ofContract = contract.promises.map((promise) => plan(contract, undefined, promise));
  const ofMembers = contract.members.flatMap((member) =>
    member.promises.map((promise) => plan(contract, member, promise)),
  );
  const suites = [...new Set([...ofContract, ...ofMembers].map(({ suite }) => suite))];
  return [...ofContract, ...ofMembers].toSorted(
    (a, b) =>
      suites.indexOf(a.suite) - suites.indexOf(b.suite) ||
      categories.indexOf(a.category) - categories.indexOf(b.category),
  );
}

function plan(contract: Contract, member: Member | undefined, promise: PromiseOfContract): PlannedTest {
  return { contract, member, suite: member?.id ?? contract.name, category: promise.category, promise };
}

function names(list: readonly string[], contract: string, suite: string): boolean {
  return list.includes(contract) || list.includes(suite);
}

/** Throws if no component has a given name. */
export function requireKnown(components: readonly Component[], wanted: readonly string[]): void {
  const known = new Set(components.flatMap((component) => [...choosableNames(component)]));
  const unknown = wanted.find((name) => !known.has(name));
  if (unknown === undefined) return;
  const [component, ...others] = components.map(({ name }) => name);
  throw new Error(
    others.length === 0
      ? `${component} has no contract or member "${unknown}". Expected one of: ${[...known].toSorted().join(', ')}. ` +
          `List them: nx g test-skeleton ${component} --dry-run`
      : `No component has a contract or member "${unknown}". Nothing was written. ` +
          'Expected names such as Cache or Cache.get. List them: nx g test-skeleton all --dry-run',
  );
}
