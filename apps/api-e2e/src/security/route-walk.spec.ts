import { randomUUID } from 'node:crypto';
import type { Organization, Role } from '@acme/identity-contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiProcess, startApi } from '../support/api-process.ts';
import { type Answer, Caller } from '../support/caller.ts';
import { documentOf, exampleOf, type Operation, operationsIn } from '../support/open-api.ts';
import { foundOrganization, newMember, newPerson, type Person } from '../support/people.ts';

const canary = 'CANARY-OF-THE-OTHER-TENANT';
const roles = ['viewer', 'member', 'admin', 'owner'] as const;

let api: ApiProcess;
let operations: Operation[];
let own: Organization;
let other: Organization;
let people: Record<Role, Person>;
let removed: Person;
let stranger: Person;

beforeAll(async () => {
  api = await startApi({ LOG_LEVEL: 'trace' });
  operations = operationsIn(await documentOf(new Caller(api.address)));
  const owner = await newPerson(api, 'owner');
  own = await foundOrganization(owner, 'Own');
  const [viewer, member, admin, leaver] = await Promise.all([
    newMember(api, owner, own, 'viewer'),
    newMember(api, owner, own, 'member'),
    newMember(api, owner, own, 'admin'),
    newMember(api, owner, own, 'owner'),
  ]);
  people = { viewer, member, admin, owner };
  removed = leaver;
  await owner.caller.send('DELETE', `/organizations/${own.id}/members/${leaver.userId}`);
  stranger = await newPerson(api, canary);
  other = await foundOrganization(stranger, canary);
}, 60_000);
afterAll(() => api[Symbol.asyncDispose]());

/** Fills the ids in: the organization's as given, every other by the given one. */
function pathOf({ path }: Operation, organizationId: string, thingId: string): string {
  return path.replace('{organizationId}', organizationId).replaceAll(/\{\w+\}/g, thingId);
}

async function call(
  caller: Caller,
  operation: Operation,
  organizationId: string,
  thingId: string,
): Promise<Answer> {
  const body = operation.body && exampleOf(operation.body);
  const answer = await caller.send(operation.method, pathOf(operation, organizationId, thingId), body);
  if (caller !== stranger.caller)
    expect(answer.text + JSON.stringify([...answer.headers])).not.toContain(canary);
  return answer;
}

/** An answer without what differs from request to request. */
function shapeOf({ status, json }: Answer): object {
  return { status, ...(json as object), requestId: undefined };
}

const ofOrganization = ({ path }: Operation): boolean => path.includes('{organizationId}');
const withThings = ({ path }: Operation): boolean =>
  ofOrganization({ path } as Operation) && /\}.*\{/.test(path);
const needed = ({ policy }: Operation): number => roles.indexOf(policy as Role);

describe('every route', () => {
  it('declares whom it serves', () => {
    expect(operations.length).toBeGreaterThan(15);
    const known = ['public', 'signed-in', ...roles];
    expect(operations.filter(({ policy }) => !known.includes(policy ?? ''))).toEqual([]);
  });

  it('lets nobody in who is not logged in, unless it is public', async () => {
    const anyone = new Caller(api.address);
    for (const operation of operations.filter(({ policy }) => policy !== 'public')) {
      const { status } = await call(anyone, operation, own.id, people.viewer.userId);
      expect(status, `${operation.method} ${operation.path}`).toBe(401);
    }
  });

  it('shows another tenant’s organization exactly as one that does not exist', async () => {
    for (const outsider of [stranger, removed]) {
      for (const operation of operations.filter(ofOrganization)) {
        const real = await call(outsider.caller, operation, own.id, people.viewer.userId);
        const unreal = await call(outsider.caller, operation, randomUUID(), people.viewer.userId);
        expect(shapeOf(real), `${operation.method} ${operation.path}`).toEqual(shapeOf(unreal));
        expect(real.status).toBe(404);
      }
    }
  });

  it.each(roles)('lets a %s in exactly where the role is enough', async (role) => {
    for (const operation of operations.filter(ofOrganization)) {
      const { status } = await call(people[role].caller, operation, own.id, randomUUID());
      const allowed = roles.indexOf(role) >= needed(operation);
      expect(status === 403, `${operation.method} ${operation.path} answered ${status}`).toBe(!allowed);
      expect(status).not.toBe(401);
    }
  });

  it('shows another tenant’s thing exactly as one that does not exist', async () => {
    for (const operation of operations.filter(withThings)) {
      for (const role of roles.slice(needed(operation))) {
        const real = await call(people[role].caller, operation, own.id, stranger.userId);
        const unreal = await call(people[role].caller, operation, own.id, randomUUID());
        expect(shapeOf(real), `${operation.method} ${operation.path}`).toEqual(shapeOf(unreal));
      }
    }
  });

  it('takes a malformed organization id for one that does not exist', async () => {
    for (const id of ['1', '%00', '..%2f', `${own.id}x`, "'%20or%201=1--"]) {
      const { status } = await people.owner.caller.get(`/organizations/${id}/members`);
      expect(status, id).toBe(404);
    }
  });
});

describe('the other tenant', () => {
  it('comes out nowhere when its ids are put everywhere: not in bodies, headers or the log', async () => {
    const { caller } = people.admin;
    for (const operation of operations.filter(({ path }) => path !== '/sessions/current')) {
      await call(caller, operation, other.id, stranger.userId);
    }
    expect(api.log()).toContain(other.id);
    expect(api.log()).not.toContain(canary);
  });
});
