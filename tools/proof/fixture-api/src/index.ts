export { role } from './database/fixture-database.ts';
export { attackTarget, newOrganization, newPerson, tenancyPort } from './fixture-port.ts';
export { type Protection, protections } from './protections.ts';
export { type FixtureApi, type FixtureOptions, startFixtureApi } from './start-fixture-api.ts';
