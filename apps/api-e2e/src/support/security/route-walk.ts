import { randomUUID } from 'node:crypto';
import type { Organization } from '@acme/identity-contract';
import type { Role } from '@acme/platform-contract';
import { eventually } from '@vouch/testing';
import { expect } from 'vitest';
import type { ApiProcess } from '../api-process.ts';
import { type Answer, Caller } from '../caller.ts';
import { documentOf, exampleOf, type Operation, operationsIn } from '../open-api.ts';
import { foundOrganization, newMember, newPerson, type Person } from '../people.ts';

const canary = 'CANARY-OF-THE-OTHER-TENANT';
export const roles = ['viewer', 'member', 'admin', 'owner'] as const;

/** Calls every route of an API as everybody: two tenants, one of them with somebody in each role and one who was removed. */
export class RouteWalk {
  readonly operations: readonly Operation[];
  readonly people: Readonly<Record<Role, Person>>;
  readonly own: Organization;
  readonly #api: ApiProcess;
  readonly #anyone: Caller;
  readonly #removed: Person;
  readonly #stranger: Person;
  readonly #other: Organization;

  private constructor(
    api: ApiProcess,
    operations: readonly Operation[],
    [own, other]: readonly [Organization, Organization],
    people: Record<Role, Person>,
    [removed, stranger]: readonly [Person, Person],
  ) {
    this.#api = api;
    this.#anyone = new Caller(api.address);
    this.operations = operations;
    this.own = own;
    this.people = people;
    this.#removed = removed;
    this.#stranger = stranger;
    this.#other = other;
  }

  static async on(api: ApiProcess): Promise<RouteWalk> {
    const operations = operationsIn(await documentOf(new Caller(api.address)));
    const owner = await newPerson(api, 'owner');
    const own = await foundOrganization(owner, 'Own');
    const [viewer, member, admin, removed] = await Promise.all([
      newMember(api, owner, own, 'viewer'),
      newMember(api, owner, own, 'member'),
      newMember(api, owner, own, 'admin'),
      newMember(api, owner, own, 'owner'),
    ]);
    await owner.caller.send('DELETE', `/organizations/${own.id}/members/${removed.userId}`);
    const stranger = await newPerson(api, canary);
    const other = await foundOrganization(stranger, canary);
    return new RouteWalk(api, operations, [own, other], { viewer, member, admin, owner }, [
      removed,
      stranger,
    ]);
  }

  /** Nobody is let in who is not logged in, unless the route is public. */
  async checkAnyone(): Promise<void> {
    for (const operation of this.operations.filter(({ policy }) => policy !== 'public')) {
      const { status } = await this.#call(this.#anyone, operation, this.own.id, this.people.viewer.userId);
      expect(status, operation.name).toBe(401);
    }
  }

  /** Another tenant's organization looks exactly as one that does not exist. */
  async checkOutsiders(): Promise<void> {
    for (const { caller } of [this.#stranger, this.#removed]) {
      for (const operation of this.#ofOrganizations()) {
        const real = await this.#call(caller, operation, this.own.id, this.people.viewer.userId);
        const unreal = await this.#call(caller, operation, randomUUID(), this.people.viewer.userId);
        expect(shapeOf(real), operation.name).toEqual(shapeOf(unreal));
        expect(real.status, operation.name).toBe(404);
      }
    }
  }

  /** A role is let in exactly where it is enough. */
  async checkRole(role: Role): Promise<void> {
    for (const operation of this.#ofOrganizations()) {
      const { status } = await this.#call(this.people[role].caller, operation, this.own.id, randomUUID());
      const allowed = roles.indexOf(role) >= needed(operation);
      expect(status === 403, `${operation.name} answered ${status}`).toBe(!allowed);
      expect(status).not.toBe(401);
    }
  }

  /** Another tenant's thing looks exactly as one that does not exist, and nothing of the other tenant comes out. */
  async checkForeignThings(): Promise<void> {
    for (const operation of this.#ofOrganizations()) {
      for (const role of roles.slice(needed(operation))) {
        const { caller } = this.people[role];
        const real = await this.#call(caller, operation, this.own.id, this.#stranger.userId);
        const unreal = await this.#call(caller, operation, this.own.id, randomUUID());
        expect(real.status, operation.name).toBe(unreal.status);
        if (/\}.*\{/.test(operation.path)) expect(shapeOf(real), operation.name).toEqual(shapeOf(unreal));
      }
    }
  }

  /** A malformed organization's id is taken for one that does not exist. */
  async checkMalformedIds(): Promise<void> {
    for (const id of ['1', '%00', '..%2f', `${this.own.id}x`, "'%20or%201=1--"]) {
      const { status } = await this.people.owner.caller.get(`/organizations/${id}/members`);
      expect(status, id).toBe(404);
    }
  }

  /** With the other tenant's ids everywhere, nothing of it comes out: not in bodies, headers or the log. */
  async checkForeignIds(): Promise<void> {
    for (const operation of this.operations.filter(({ path }) => path !== '/sessions/current')) {
      await this.#call(this.people.admin.caller, operation, this.#other.id, this.#stranger.userId);
    }
    await eventually(() => expect(this.#api.log()).toContain(this.#other.id));
    expect(this.#api.log()).not.toContain(canary);
  }

  #ofOrganizations(): Operation[] {
    return this.operations.filter(({ path }) => path.includes('{organizationId}'));
  }

  /** Fills the ids in: the organization's as given, every other by the given one. */
  async #call(caller: Caller, operation: Operation, organization: string, thing: string): Promise<Answer> {
    const path = operation.path.replace('{organizationId}', organization).replaceAll(/\{\w+\}/g, thing);
    const answer = await caller.send(operation.method, path, operation.body && exampleOf(operation.body));
    if (caller !== this.#stranger.caller)
      expect(answer.text + JSON.stringify([...answer.headers]), operation.name).not.toContain(canary);
    return answer;
  }
}

/** An answer without what differs from request to request. */
function shapeOf({ status, json }: Answer): object {
  return { status, ...(json as object), requestId: undefined };
}

function needed({ policy }: Operation): number {
  return roles.indexOf(policy as Role);
}
