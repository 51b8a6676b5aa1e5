import { randomUUID } from 'node:crypto';
import type { Invitation } from '@acme/identity-contract';
// <sample alerts>
import { alertsThings, alertsWays } from './alerts-ways.ts';
// </sample alerts>
import type { Declared } from './answer-judge.ts';
import { type Answer, Caller } from '../caller.ts';
import type { ContractWorld } from './contract-world.ts';
import { mailedCode } from '../mailbox.ts';
import type { Operation } from '../open-api.ts';
import { password } from '../people.ts';
import type { Thing, Way } from './way.ts';

/**
 * How to make a route give an answer that it declares. Most follow from the status or the code; the others are named by
 * the route.
 */
export function wayTo({ operation, status, code }: Declared): Way | undefined {
  const own = ownWays[`${operation.name} ${status}`];
  if (own) return own;
  if (code !== undefined)
    return waysToProblems[code] ?? (code.endsWith('-not-found') ? asDescribed : undefined);
  return status < 300 ? succeed : undefined;
}

const asDescribed: Way = (world, operation) => world.send(operation);

const succeed: Way = async (world, operation) => {
  const [, collection = '', id = ''] = /^(.*)\/\{(\w+)\}[^{]*$/.exec(operation.path) ?? [];
  const thing = await (things[id] ?? ((own) => own.makeIn(collection)))(world);
  return world.send(operation, { ...(thing !== undefined && { thing }) });
};

/** Makes what the last id in a path names, where it cannot be made by posting an example to the collection that it is in. */
const things: Readonly<Record<string, Thing>> = {
  userId: async (world) => (await world.newMember()).userId,
  invitationId: async (world) =>
    (await world.post<Invitation>('/invitations', { email: `${randomUUID()}@example.com`, role: 'viewer' }))
      .id,
  // <sample alerts>
  ...alertsThings,
  // </sample alerts>
};

const waysToProblems: Readonly<Record<string, Way>> = {
  unauthenticated: (world, operation) => world.send(operation, { caller: world.anyone }),
  'organization-not-found': (world, operation) => world.send(operation, { organization: randomUUID() }),
  'role-too-weak': (world, operation) =>
    world.send(operation, { caller: world.people.viewer.caller, thing: world.people.member.userId }),
  'invalid-credentials': asDescribed,
  'invalid-code': asDescribed,
  'upgrade-required': asDescribed,
  'invalid-request': (world, operation) => {
    if (operation.body) return world.send(operation, { body: {} });
    return world.send(operation, operation.query.length > 0 ? { query: '?nonsense=1' } : { thing: 'x' });
  },
  'bad-request': (world, operation) => world.send(operation, { body: '{' }),
  'payload-too-large': (world, operation) =>
    world.send(operation, { body: JSON.stringify('x'.repeat(70_000)) }),
  'unsupported-media-type': (world, operation) =>
    world.send(operation, { body: 'x', headers: { 'content-type': 'text/plain' } }),
  'too-many-requests': async (world, operation) => {
    const caller = new Caller(world.limited.address);
    await world.send(operation, { caller });
    return world.send(operation, { caller });
  },
  unavailable: asDescribed,
};

const ownWays: Readonly<Record<string, Way>> = {
  'GET /ready 503': asDescribed,
  'POST /accounts/passwords 200': async (world, operation) => {
    const email = `${randomUUID()}@example.com`;
    await world.anyone.post('/accounts', { email, name: 'Someone' });
    return world.send(operation, { body: { code: await mailedCode(world.api.mailFolder, email), password } });
  },
  'PUT /me/password 204': async (world, operation) => {
    const { caller } = await world.newPerson();
    return world.send(operation, {
      caller,
      body: { currentPassword: password, newPassword: `${password}!` },
    });
  },
  'POST /sessions 201': (world, operation) =>
    world.send(operation, { body: { email: world.people.owner.email, password } }),
  'DELETE /sessions/current 204': async (world, operation) =>
    world.send(operation, { caller: (await world.newPerson()).caller }),
  'POST /organizations 409': (world, operation) =>
    world.send(operation, { body: { name: 'Second', slug: world.own.slug } }),
  'POST /organizations/{organizationId}/invitations 409': (world, operation) =>
    world.send(operation, { body: { email: world.people.viewer.email, role: 'viewer' } }),
  'POST /me/organizations 201': async (world, operation) => {
    const { caller, email } = await world.newPerson();
    await world.post('/invitations', { email, role: 'viewer' });
    return world.send(operation, { caller, body: { code: await mailedCode(world.api.mailFolder, email) } });
  },
  'POST /me/organizations 409': async (world, operation) => {
    const { caller, email, userId } = await world.newPerson();
    await world.post('/invitations', { email, role: 'viewer' });
    await world.makeMember(userId);
    return world.send(operation, { caller, body: { code: await mailedCode(world.api.mailFolder, email) } });
  },
  'PATCH /organizations/{organizationId}/members/{userId} 409': stepDown,
  'DELETE /organizations/{organizationId}/members/{userId} 409': stepDown,
  // <sample alerts>
  ...alertsWays,
  // </sample alerts>
};

function stepDown(world: ContractWorld, operation: Operation): Promise<Answer> {
  return world.send(operation, { thing: world.people.owner.userId });
}
