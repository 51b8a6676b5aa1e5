import { randomUUID } from 'node:crypto';
import type { OpenedSession, Organization } from '@acme/identity-contract';
import type { Role } from '@acme/platform-contract';
import type { ApiProcess } from './api-process.ts';
import { Caller } from './caller.ts';
import { mailedCode } from './mailbox.ts';

export interface Person {
  readonly caller: Caller;
  readonly token: string;
  readonly userId: string;
  readonly email: string;
}

export const password = 'a long enough password';

/** Registers someone over HTTP and logs them in, as a user does. */
export async function newPerson(api: ApiProcess, name: string): Promise<Person> {
  const email = `${randomUUID()}@example.com`;
  const anyone = new Caller(api.address);
  await anyone.post('/accounts', { email, name });
  await anyone.post('/accounts/passwords', { code: await mailedCode(api.mailFolder, email), password });
  const { json } = await anyone.post('/sessions', { email, password });
  const { token, user } = json as OpenedSession;
  return { caller: new Caller(api.address, token), token, userId: user.id, email };
}

export async function foundOrganization(owner: Person, name: string): Promise<Organization> {
  const { json } = await owner.caller.post('/organizations', { name, slug: `s-${randomUUID()}` });
  return json as Organization;
}

/** Someone new who was invited into the organization and accepted. */
export async function newMember(
  api: ApiProcess,
  owner: Person,
  { id }: Organization,
  role: Role,
  name: string = role,
): Promise<Person> {
  const person = await newPerson(api, name);
  await owner.caller.post(`/organizations/${id}/invitations`, { email: person.email, role });
  await person.caller.post('/me/organizations', { code: await mailedCode(api.mailFolder, person.email) });
  return person;
}
