import {
  accessOf,
  type Contract,
  isIdentifier,
  type Parameter,
  awaitedType,
} from '../../../../../contract-model/index.ts';
import { type Callable, callableOf } from '../../../../lib/callable.ts';

/** A resource that one tenant creates for a test, and its identification in later calls. */
export interface TenantResource {
  readonly maker: Callable;
  /** `made.id`, or the key that it was stored under. */
  readonly id: string;
  /** True if a parameter identifies the resource. */
  isNamedBy(this: void, parameter: Parameter): boolean;
}

/** Chooses the member of that name if it creates resources, else the first that does. `undefined` if there is none. */
export function tenantResourceOf(
  contract: Contract,
  preferred: string | undefined,
): TenantResource | undefined {
  const resources = contract.members.flatMap((member) => {
    const callable = callableOf(member);
    return (callable && madeBy(callable)) ?? [];
  });
  return resources.find(({ maker }) => maker.member.name === preferred) ?? resources[0];
}

function madeBy(maker: Callable): TenantResource | undefined {
  const { member, signature } = maker;
  const access = accessOf(member.name, signature.parameters);
  if (access === 'create' && givesId(maker)) return { maker, id: 'made.id', isNamedBy: isIdentifier };
  if (!/^(?:set|put|store|save|write)$/.test(member.name)) return undefined;
  const key = signature.parameters.find(({ name, type }) => name === 'key' && type.shape.kind === 'string');
  return key && { maker, id: `'${key.name}'`, isNamedBy: ({ name }) => name === key.name };
}

function givesId({ signature }: Callable): boolean {
  const shape = awaitedType(signature.returns.shape);
  const id = shape.kind === 'object' ? shape.properties.find(({ name }) => name === 'id') : undefined;
  return id !== undefined && ['string', 'number'].includes(id.shape.kind);
}
