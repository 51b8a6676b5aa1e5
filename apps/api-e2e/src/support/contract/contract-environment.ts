import type { Organization } from '@acme/identity-contract';
import type { Role } from '@acme/platform-contract';
import {
  asAdmin,
  Caller,
  ContractEnvironment,
  documentOf,
  operationsIn,
  type Person,
} from '@vouch/testing/api';
import { tenantParameter } from '../api-port.ts';
import { createOrganization, newMember, newPerson } from '../people.ts';
import { type ApiProcess, bodyLimit, documentPath, startApi } from '../start-api.ts';

type People = Readonly<Record<Exclude<Role, 'admin'>, Person>>;

/** The API with an organization that has one member in each role, and the API started to take one request a minute. */
export class ApiContract extends ContractEnvironment implements AsyncDisposable {
  readonly api: ApiProcess;
  readonly limited: ApiProcess;
  readonly own: Organization;
  readonly people: People;

  private constructor(
    parts: ContractEnvironment['parts'],
    { api, limited, own, people }: Pick<ApiContract, 'api' | 'limited' | 'own' | 'people'>,
  ) {
    super(parts);
    this.api = api;
    this.limited = limited;
    this.own = own;
    this.people = people;
  }

  static async start(): Promise<ApiContract> {
    const once = { REQUESTS_PER_MINUTE: '1', ANONYMOUS_WRITES_PER_MINUTE: '1' };
    const [api, limited] = await Promise.all([startApi(), startApi(once)]);
    const owner = await newPerson(api, 'Owner');
    const own = await createOrganization(owner, 'Own');
    const [member, viewer] = [
      await newMember(api, owner, own, 'member'),
      await newMember(api, owner, own, 'viewer'),
    ];
    const operations = operationsIn(await documentOf(new Caller(api.address), documentPath));
    const callers = { owner: owner.caller, weakest: viewer.caller };
    const parts = { api, limited, operations, tenantParameter, tenant: own.id, bodyLimit, ...callers };
    return new ApiContract(parts, { api, limited, own, people: { owner, member, viewer } });
  }

  newPerson(): Promise<Person> {
    return newPerson(this.api, 'Someone');
  }

  newMember(): Promise<Person> {
    return newMember(this.api, this.people.owner, this.own, 'viewer');
  }

  /** Adds a member past the API, as a second request at the same time would. */
  async addMember(userId: string): Promise<void> {
    await asAdmin(this.api, (admin) =>
      admin.query(
        `insert into memberships (id, organization_id, user_id, role, created_at)
         values (gen_random_uuid(), $1, $2, 'viewer', now())`,
        [this.own.id, userId],
      ),
    );
  }

  /** Posts to the own organization as its owner, and returns what was created. */
  async post<Created>(path: string, body: object): Promise<Created> {
    return (await this.people.owner.caller.post(`/organizations/${this.own.id}${path}`, body))
      .json as Created;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([this.api[Symbol.asyncDispose](), this.limited[Symbol.asyncDispose]()]);
  }
}
