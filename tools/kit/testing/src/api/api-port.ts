import type { Caller } from './caller.ts';

/** A running API: its address and everything that it has logged so far. */
export interface RunningApi {
  readonly address: string;
  readonly log: () => string;
}

/** A person with an account who is signed in. */
export interface Person {
  readonly caller: Caller;
  readonly token: string;
  readonly userId: string;
  readonly email: string;
}

/**
 * How checks of tenant separation reach an API. A workspace implements it once for its own routes.
 *
 * @example
 * const port: TenancyPort = {
 *   api,
 *   documentPath: '/docs/json',
 *   tenantParameter: 'organizationId',
 *   roles: ['viewer', 'member', 'admin', 'owner'],
 *   sessionPath: '/sessions/current',
 *   newPerson: (name) => newPerson(api, name),
 *   newTenant: async (owner, name) => (await createOrganization(owner, name)).id,
 *   newMember: (owner, tenant, role) => newMember(api, owner, { id: tenant }, role),
 *   removeMember: (owner, tenant, { userId }) =>
 *     owner.caller.send('DELETE', `/organizations/${tenant}/members/${userId}`),
 * };
 */
export interface TenancyPort {
  readonly api: RunningApi;
  /** The path of the API's OpenAPI document. Each operation states in `x-policy` `public`, `signed-in`, or the weakest role. */
  readonly documentPath: string;
  /** The path parameter that holds the tenant's id, without braces. */
  readonly tenantParameter: string;
  /** From the weakest to the strongest. */
  readonly roles: readonly string[];
  /** The session of the caller. `DELETE` on it signs out, so checks that call every route leave it out. */
  readonly sessionPath: string;
  readonly newPerson: (name: string) => Promise<Person>;
  /** Creates a tenant in which the person has the strongest role, and returns its id. */
  readonly newTenant: (owner: Person, name: string) => Promise<string>;
  /** Adds a new person to a tenant. */
  readonly newMember: (owner: Person, tenant: string, role: string) => Promise<Person>;
  readonly removeMember: (owner: Person, tenant: string, member: Person) => Promise<unknown>;
}
