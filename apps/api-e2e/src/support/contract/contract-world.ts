import { randomUUID } from 'node:crypto';
import type { Organization } from '@acme/identity-contract';
import type { Role } from '@acme/platform-contract';
import { type ApiProcess, startApi } from '../api-process.ts';
import { asAdmin } from '../as-admin.ts';
import { type Answer, Caller } from '../caller.ts';
import { documentOf, exampleOf, type Operation, operationsIn } from '../open-api.ts';
import { foundOrganization, newMember, newPerson, type Person } from '../people.ts';

export interface Call {
  readonly caller?: Caller;
  readonly organization?: string;
  /** The id for what is not the organization in the path. */
  readonly thing?: string;
  readonly query?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An API with an organization in which everybody and everything is there once, and an API that takes one request a minute. */
export class ContractWorld implements AsyncDisposable {
  readonly api: ApiProcess;
  readonly limited: ApiProcess;
  readonly anyone: Caller;
  readonly operations: readonly Operation[];
  readonly own: Organization;
  readonly people: Readonly<Record<Exclude<Role, 'admin'>, Person>>;

  private constructor(
    [api, limited]: readonly [ApiProcess, ApiProcess],
    operations: readonly Operation[],
    own: Organization,
    people: ContractWorld['people'],
  ) {
    this.api = api;
    this.limited = limited;
    this.anyone = new Caller(api.address);
    this.operations = operations;
    this.own = own;
    this.people = people;
  }

  static async start(): Promise<ContractWorld> {
    const once = { REQUESTS_PER_MINUTE: '1', ANONYMOUS_WRITES_PER_MINUTE: '1' };
    const apis = await Promise.all([startApi(), startApi(once)]);
    const owner = await newPerson(apis[0], 'Owner');
    const own = await foundOrganization(owner, 'Own');
    const [member, viewer] = await Promise.all([
      newMember(apis[0], owner, own, 'member'),
      newMember(apis[0], owner, own, 'viewer'),
    ]);
    const operations = operationsIn(await documentOf(owner.caller));
    return new ContractWorld(apis, operations, own, { owner, member, viewer });
  }

  /** Calls as the owner, in the own organization, with the body that the description gives as an example. */
  send(operation: Operation, call: Call = {}): Promise<Answer> {
    const { caller = this.people.owner.caller, organization = this.own.id, thing = randomUUID() } = call;
    const { query = '', body = operation.body && exampleOf(operation.body), headers } = call;
    const path = operation.path.replace('{organizationId}', organization).replaceAll(/\{\w+\}/g, thing);
    return caller.send(operation.method, path + query, body, headers);
  }

  /** Makes something of the own organization by posting the example of the description to the collection that it is in. */
  async makeIn(collection: string): Promise<string | undefined> {
    const operation = this.operations.find(({ name }) => name === `POST ${collection}`);
    return operation && ((await this.send(operation)).json as { id: string }).id;
  }

  newPerson(): Promise<Person> {
    return newPerson(this.api, 'Someone');
  }

  newMember(): Promise<Person> {
    return newMember(this.api, this.people.owner, this.own, 'viewer');
  }

  /** Past the API: between two requests that come at once, somebody with an invitation may become a member. */
  async makeMember(userId: string): Promise<void> {
    await asAdmin(this.api, (admin) =>
      admin.query(
        `insert into memberships (id, organization_id, user_id, role, created_at)
         values (gen_random_uuid(), $1, $2, 'viewer', now())`,
        [this.own.id, userId],
      ),
    );
  }

  /** Posts something to the own organization, and returns what came back. */
  async post<Made>(path: string, body: object): Promise<Made> {
    return (await this.people.owner.caller.post(`/organizations/${this.own.id}${path}`, body)).json as Made;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([this.api[Symbol.asyncDispose](), this.limited[Symbol.asyncDispose]()]);
  }
}
