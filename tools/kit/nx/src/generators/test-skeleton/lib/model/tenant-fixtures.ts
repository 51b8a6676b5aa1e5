/** Names of the fixture for the other tenant. Earlier versions called it `stranger`. */
const otherTenantNames = ['otherTenant', 'stranger'] as const;

/** Names of the two tenants' fixtures. */
export const tenantFixtures: readonly string[] = ['owner', ...otherTenantNames];

/** Returns the fixture for the other tenant, if it has the type of the fixture `owner`. */
export function otherTenantIn(fixtureTypes: ReadonlyMap<string, string>): string | undefined {
  const type = fixtureTypes.get('owner');
  return otherTenantNames.find((name) => type !== undefined && fixtureTypes.get(name) === type);
}
