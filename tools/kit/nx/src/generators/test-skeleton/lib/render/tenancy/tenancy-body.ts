import { accessOf } from '../../../../../contract-model/index.ts';
import type { Planned } from '../../read/select-promises.ts';
import type { Body } from '../body/body.ts';
import { type Callable, callableOf, settlesLater } from '../../../../lib/callable.ts';
import { fixturesText } from '../fixtures-text.ts';
import type { TestContext } from '../test-context.ts';
import { observerOf } from './observer.ts';
import { lostError, refusalOf } from './refusal.ts';
import { type Scene, sceneOf } from './scene.ts';

/**
 * Another tenant cannot read, list or change a thing, and who owns it can: a test that runs. Nothing where the
 * contract and the fixtures do not say all that it needs.
 */
export function tenancyBody(planned: Planned, context: TestContext): Body | undefined {
  const callable = planned.member && callableOf(planned.member);
  const scene = callable && sceneOf(planned, context);
  if (!scene) return undefined;
  const statements = provingStatements(planned, callable, scene, context);
  if (!statements) return undefined;
  const body = [scene.making, ...statements].join('\n');
  const fixtures = [...scene.callers.fixtures, ...context.fixtures.filter((name) => isUsed(name, body))];
  return {
    code: `${/\bawait\b/.test(body) ? 'async ' : ''}(${fixturesText(fixtures, context)}) => {\n${body}\n}`,
    isPending: false,
    imports: context.exportedValues
      .filter((name) => isUsed(name, body))
      .map((name) => ({ name, from: context.contractPackage })),
  };
}

function provingStatements(
  planned: Planned,
  callable: Callable,
  scene: Scene,
  context: TestContext,
): string[] | undefined {
  const { contract, member } = planned;
  const access = accessOf(callable.member.name, callable.signature.parameters);
  const isObserver = access === 'list' || access === 'read';
  const observer = observerOf(contract, scene, context, isObserver ? member?.name : undefined);
  if (!observer) return undefined;
  if (access !== 'change') return [observer.ownerSees, observer.otherTenantDoesNot];
  const change = changeByStranger(callable, scene, context);
  const seen = observer.seenBy(scene.callers.owner);
  return change === undefined
    ? undefined
    : [observer.ownerSees, `const before = ${seen};`, change, `expect(${seen}).toEqual(before);`];
}

/** The attempt of the other tenant: refused with the contract's error, else without effect. */
function changeByStranger(callable: Callable, scene: Scene, context: TestContext): string | undefined {
  const call = scene.call(callable, scene.callers.otherTenant, 'others');
  if (call === undefined || !callable.signature.parameters.some(scene.thing.isNamedBy)) return undefined;
  if (lostError(callable, context) !== undefined) return refusalOf(callable, call, context);
  return `${settlesLater(callable) ? 'await ' : ''}${call};`;
}

function isUsed(name: string, code: string): boolean {
  return new RegExp(`(?<![.\\w'"])${RegExp.escape(name)}(?![\\w:])`).test(code);
}
