import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { eventually } from '../async/eventually.ts';
import type { Person, TenancyPort } from './api-port.ts';
import { type ApiResponse, Caller } from './caller.ts';
import { documentOf, exampleOf, type Operation, operationsIn, pathOf } from './open-api.ts';

/** The name of the other tenant and of its owner: no response may contain it. */
const canary = 'CANARY-OF-THE-OTHER-TENANT';

/** The people of a walk. */
interface Cast {
  readonly operations: readonly Operation[];
  /** One person of the own tenant in each role. */
  readonly people: ReadonlyMap<string, Person>;
  readonly own: string;
  readonly removed: Person;
  readonly otherOwner: Person;
  readonly other: string;
}

/**
 * Calls every route of an API as everyone: people of two tenants, in each role, a removed member, and callers who are not
 * signed in. Routes come from the OpenAPI document, so that a new one needs no test.
 *
 * @example
 * const walk = await RouteWalk.start(port);
 * test('shows another tenant as one that does not exist', () => walk.checkOutsiders());
 */
export class RouteWalk {
  readonly #port: TenancyPort;
  readonly #cast: Cast;
  readonly #anyone: Caller;

  private constructor(port: TenancyPort, cast: Cast) {
    this.#port = port;
    this.#cast = cast;
    this.#anyone = new Caller(port.api.address);
  }

  static async start(port: TenancyPort): Promise<RouteWalk> {
    const { api, documentPath, roles, newMember, newPerson, newTenant, removeMember } = port;
    const operations = operationsIn(await documentOf(new Caller(api.address), documentPath));
    const owner = await newPerson('owner');
    const own = await newTenant(owner, 'Own');
    const strongest = roles.at(-1) ?? '';
    const people = new Map([[strongest, owner]]);
    for (const role of roles.slice(0, -1)) people.set(role, await newMember(owner, own, role));
    const removed = await newMember(owner, own, strongest);
    await removeMember(owner, own, removed);
    const otherOwner = await newPerson(canary);
    const other = await newTenant(otherOwner, canary);
    return new RouteWalk(port, { operations, people, own, removed, otherOwner, other });
  }

  get operations(): readonly Operation[] {
    return this.#cast.operations;
  }

  /** Each route declares a policy: `public`, `signed-in`, or a role. */
  checkPolicies(): void {
    const known = ['public', 'signed-in', ...this.#port.roles];
    for (const { name, policy } of this.operations) expect(known, name).toContain(policy ?? 'no policy');
  }

  /** A caller who is not signed in gets 401 from each route that is not public. */
  async checkAnyone(): Promise<void> {
    for (const operation of this.operations.filter(({ policy }) => policy !== 'public')) {
      const { status } = await this.#call(this.#anyone, operation, this.#cast.own, this.#someMember());
      expect(status, operation.name).toBe(401);
    }
  }

  /** A person outside the tenant gets the response that a tenant gets that does not exist. */
  async checkOutsiders(): Promise<void> {
    for (const { caller } of [this.#cast.otherOwner, this.#cast.removed]) {
      for (const operation of this.#ofTenants()) {
        const real = await this.#call(caller, operation, this.#cast.own, this.#someMember());
        const unreal = await this.#call(caller, operation, randomUUID(), this.#someMember());
        expect(shapeOf(real), operation.name).toEqual(shapeOf(unreal));
        expect(real.status, operation.name).toBe(404);
      }
    }
  }

  /** A role gets 403 exactly where the policy demands a stronger one. */
  async checkRole(role: string): Promise<void> {
    for (const operation of this.#ofTenants()) {
      const { status } = await this.#call(this.#as(role), operation, this.#cast.own, randomUUID());
      const allowed = this.#port.roles.indexOf(role) >= this.#needed(operation);
      expect(status === 403, `${operation.name} answered ${status}`).toBe(!allowed);
      expect(status, operation.name).not.toBe(401);
    }
  }

  /** A resource of the other tenant gets the response that one gets that does not exist. */
  async checkForeignResources(): Promise<void> {
    for (const operation of this.#ofTenants()) {
      for (const role of this.#port.roles.slice(this.#needed(operation))) {
        const real = await this.#call(
          this.#as(role),
          operation,
          this.#cast.own,
          this.#cast.otherOwner.userId,
        );
        const unreal = await this.#call(this.#as(role), operation, this.#cast.own, randomUUID());
        expect(real.status, operation.name).toBe(unreal.status);
        if (/\}.*\{/.test(operation.path)) expect(shapeOf(real), operation.name).toEqual(shapeOf(unreal));
      }
    }
  }

  /** A malformed tenant id gets 404 from each route that the owner can read. */
  async checkMalformedIds(): Promise<void> {
    const { own } = this.#cast;
    const owner = this.#as(this.#port.roles.at(-1) ?? '');
    const reads = this.#ofTenants().filter(({ name }) => /^GET [^{]*\{\w+\}[^{]*$/.test(name));
    let readable = 0;
    for (const operation of reads) {
      if ((await this.#call(owner, operation, own, own)).status !== 200) continue;
      readable += 1;
      for (const id of ['1', '%00', '..%2f', `${own}x`, "'%20or%201=1--"]) {
        const { status } = await this.#call(owner, operation, id, own);
        expect(status, `${operation.name} with ${id}`).toBe(404);
      }
    }
    expect(readable, 'routes that the owner can read').toBeGreaterThan(0);
  }

  /** With the other tenant's ids in every path, nothing of that tenant is in bodies, headers or the log. */
  async checkForeignIds(): Promise<void> {
    const { roles, sessionPath, api } = this.#port;
    const { other, otherOwner } = this.#cast;
    for (const operation of this.operations.filter(({ path }) => path !== sessionPath))
      await this.#call(this.#as(roles.at(-2) ?? ''), operation, other, otherOwner.userId);
    await eventually(() => expect(api.log()).toContain(other));
    expect(api.log()).not.toContain(canary);
  }

  #ofTenants(): Operation[] {
    return this.operations.filter(({ path }) => path.includes(`{${this.#port.tenantParameter}}`));
  }

  #as(role: string): Caller {
    const person = this.#cast.people.get(role);
    if (!person)
      throw new Error(`The walk has no person in the role "${role}". Add it to roles of the port.`);
    return person.caller;
  }

  #someMember(): string {
    return this.#cast.people.get(this.#port.roles[0] ?? '')?.userId ?? '';
  }

  #needed({ policy }: Operation): number {
    return this.#port.roles.indexOf(policy ?? '');
  }

  async #call(caller: Caller, operation: Operation, tenant: string, other: string): Promise<ApiResponse> {
    const path = pathOf(operation, { tenantParameter: this.#port.tenantParameter, tenant, other });
    const response = await caller.send(operation.method, path, operation.body && exampleOf(operation.body));
    if (caller !== this.#cast.otherOwner.caller)
      expect(response.text + JSON.stringify([...response.headers]), operation.name).not.toContain(canary);
    return response;
  }
}

/** Returns a response without what differs from request to request. */
function shapeOf({ status, json }: ApiResponse): object {
  return { status, ...(json as object), requestId: undefined };
}
