import type { Parameter } from '../../../../../contract-model/index.ts';
import { withoutSpaces } from '../../../../lib/fixture-types.ts';
import { renderValue } from '../../../../lib/render-value.ts';
import { bareCallText, type Callable, isAsync } from '../../../../lib/callable.ts';
import type { TestContext } from '../../model/test-context.ts';
import { type Caller, type Callers, callersOf } from './callers.ts';
import { type TenantResource, tenantResourceOf } from './tenant-resource.ts';
import type { PlannedTest } from '../../model/planned-test.ts';

/** Two tenants and a resource of the first one. */
export interface TenancyScenario {
  readonly callers: Callers;
  readonly resource: TenantResource;
  /** The statement by which the owner creates the resource. */
  readonly making: string;
  /** Renders a call by one of them, without await. `undefined` if an argument is unknown. */
  call(this: void, callable: Callable, caller: Caller, given?: Given): string | undefined;
}

/** The original values of the resource, or others, so that a change shows. */
type Given = 'the same' | 'others';

export function tenancyScenarioOf(
  { contract, member }: PlannedTest,
  context: TestContext,
): TenancyScenario | undefined {
  const callers = callersOf(contract, context);
  const resource = tenantResourceOf(contract, member?.name);
  if (!callers || !resource) return undefined;
  const call = (callable: Callable, caller: Caller, id: string | undefined, given: Given) => {
    const values = requiredOf(callable).map((parameter) => {
      if (callers.isTenant(parameter)) return caller.tenant;
      if (id !== undefined && resource.isNamedBy(parameter)) return id;
      return given === 'others' ? otherValue(parameter) : valueFor(parameter, context);
    });
    const known = values.filter((value) => value !== undefined);
    const isTheirs = caller.tenant === undefined || known.includes(caller.tenant);
    return isTheirs && known.length === values.length
      ? bareCallText(caller.subject, callable, known)
      : undefined;
  };
  const isKeyed = resource.id !== 'made.id';
  const made = call(resource.maker, callers.owner, isKeyed ? resource.id : undefined, 'the same');
  if (made === undefined) return undefined;
  const awaited = isAsync(resource.maker) ? `await ${made}` : made;
  return {
    callers,
    resource,
    making: isKeyed ? `${awaited};` : `const made = ${awaited};`,
    call: (callable, caller, given = 'the same') => call(callable, caller, resource.id, given),
  };
}

function requiredOf({ signature }: Callable): readonly Parameter[] {
  return signature.parameters.filter(({ isOptional, isRest }) => !isOptional && !isRest);
}

/** Chooses a fixture of the same name and type, else a value of the type. */
function valueFor({ name, type }: Parameter, { fixtures, fixtureTypes }: TestContext): string | undefined {
  const isThere = fixtures.includes(name) && fixtureTypes.get(name) === withoutSpaces(type.text);
  return isThere ? name : renderValue(type.shape, name);
}

function otherValue({ type: { shape } }: Parameter): string | undefined {
  if (shape.kind === 'string') return renderValue(shape, 'another');
  if (shape.kind === 'number') return shape.isBranded ? undefined : '2';
  return shape.kind === 'json' ? "'another'" : undefined;
}
