import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OpenedSession, Organization } from '@acme/identity-contract';
import type { Role } from '@acme/platform-contract';
import { Caller, type Person } from '@vouch/testing/api';
import type { ApiProcess } from './start-api.ts';

export const password = 'a long enough password';

/** Registers someone over HTTP and signs them in, as a user does. */
export async function newPerson(api: ApiProcess, name: string): Promise<Person> {
  const email = `${randomUUID()}@example.com`;
  const anyone = new Caller(api.address);
  await anyone.post('/accounts', { email, name });
  await anyone.post('/accounts/passwords', { code: await mailedCode(api, email), password });
  const { json } = await anyone.post('/sessions', { email, password });
  const { token, user } = json as OpenedSession;
  return { caller: new Caller(api.address, token), token, userId: user.id, email };
}

export async function createOrganization(owner: Person, name: string): Promise<Organization> {
  const { json } = await owner.caller.post('/organizations', { name, slug: `s-${randomUUID()}` });
  return json as Organization;
}

/** Invites someone new into the organization, who accepts. */
export async function newMember(
  api: ApiProcess,
  owner: Person,
  { id }: Pick<Organization, 'id'>,
  role: Role,
): Promise<Person> {
  const person = await newPerson(api, role);
  await owner.caller.post(`/organizations/${id}/invitations`, { email: person.email, role });
  await person.caller.post('/me/organizations', { code: await mailedCode(api, person.email) });
  return person;
}

/** Returns the code in the newest mail to an address. */
export async function mailedCode(
  { mailFolder }: Pick<ApiProcess, 'mailFolder'>,
  address: string,
): Promise<string> {
  const names = (await readdir(mailFolder)).filter((name) => name.endsWith('.eml')).toSorted();
  const mails = await Promise.all(names.map((name) => readFile(join(mailFolder, name), 'utf8')));
  const mail = mails.findLast((text) => text.startsWith(`To: ${address}\r\n`));
  const code = mail?.trimEnd().split('\r\n').at(-1);
  if (code === undefined)
    throw new Error(`No mail to ${address} among ${names.length} mails in ${mailFolder}. Expected one.`);
  return code;
}
