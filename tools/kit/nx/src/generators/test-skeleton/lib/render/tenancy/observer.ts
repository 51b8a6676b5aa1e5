import { accessOf, type Contract, settled, type TypeShape } from '../../../../../contract-model/index.ts';
import { type Callable, callableOf, settlesLater } from '../../../../lib/callable.ts';
import { refusalOf } from './refusal.ts';
import type { TestContext } from '../test-context.ts';
import type { Caller } from './callers.ts';
import type { Scene } from './scene.ts';

/** A member that shows whether a tenant sees the thing. */
export interface Observer {
  /** An expression for what a tenant sees. */
  seenBy(this: void, caller: Caller): string;
  /** Assertions that the owner sees the thing, and that the other tenant does not. */
  readonly ownerSees: string;
  readonly otherTenantDoesNot: string;
}

/** The member of that name, else any that lists or reads. */
export function observerOf(
  contract: Contract,
  scene: Scene,
  context: TestContext,
  preferred: string | undefined,
): Observer | undefined {
  const callables = contract.members.flatMap((member) => callableOf(member) ?? []);
  const chosen = callables.filter(({ member }) => preferred === undefined || member.name === preferred);
  const observers = chosen.map((callable) => lister(callable, scene) ?? reader(callable, scene, context));
  return observers.find((observer) => observer !== undefined);
}

function lister(callable: Callable, scene: Scene): Observer | undefined {
  const { owner, otherTenant } = scene.callers;
  const [own, others] = [scene.call(callable, owner), scene.call(callable, otherTenant)];
  if (accessIn(callable) !== 'list' || own === undefined || others === undefined) return undefined;
  if (scene.thing.id !== 'made.id' || !listsIds(settled(callable.signature.returns.shape))) return undefined;
  const wait = settlesLater(callable) ? 'await ' : '';
  const idsOf = (call: string) => `${wait ? `(await ${call})` : call}.map(({ id }) => id)`;
  return {
    seenBy: (caller) => `${wait}${caller === owner ? own : others}`,
    ownerSees: `expect(${idsOf(own)}).toContain(made.id);`,
    otherTenantDoesNot: `expect(${idsOf(others)}).not.toContain(made.id);`,
  };
}

function reader(callable: Callable, scene: Scene, context: TestContext): Observer | undefined {
  const { owner, otherTenant } = scene.callers;
  const [own, others] = [scene.call(callable, owner), scene.call(callable, otherTenant)];
  const isAimed = callable.signature.parameters.some(scene.thing.isNamedBy);
  if (accessIn(callable) !== 'read' || !isAimed || own === undefined || others === undefined)
    return undefined;
  const refused = refusalOf(callable, others, context);
  if (refused === undefined) return undefined;
  const wait = settlesLater(callable) ? 'await ' : '';
  return {
    seenBy: (caller) => `${wait}${caller === owner ? own : others}`,
    ownerSees: `expect(${wait}${own}).toBeTruthy();`,
    otherTenantDoesNot: refused,
  };
}

function accessIn({ member, signature }: Callable): string {
  return accessOf(member.name, signature.parameters);
}

function listsIds(shape: TypeShape): boolean {
  return (
    shape.kind === 'array' &&
    shape.of.kind === 'object' &&
    shape.of.properties.some(({ name }) => name === 'id')
  );
}
