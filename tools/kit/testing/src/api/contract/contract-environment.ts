import { randomUUID } from 'node:crypto';
import type { RunningApi } from '../api-port.ts';
import { type ApiResponse, Caller } from '../caller.ts';
import { exampleOf, type Operation, pathOf } from '../open-api.ts';

/** How a call differs from the default: the owner, in the own tenant, with the example of the document as its body. */
export interface OperationCall {
  readonly caller?: Caller;
  readonly tenant?: string;
  /** The id for every path parameter but the tenant's. By default a random one. */
  readonly id?: string;
  readonly query?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The parts of a contract environment. */
export interface ContractParts {
  readonly api: RunningApi;
  /** The same API, started so that it takes one request a minute. */
  readonly limited: RunningApi;
  readonly operations: readonly Operation[];
  /** The path parameter that holds the tenant's id, without braces. */
  readonly tenantParameter: string;
  /** The tenant in which the callers are. */
  readonly tenant: string;
  readonly owner: Caller;
  /** Someone in the weakest role. */
  readonly weakest: Caller;
  /** The largest body that the API reads, in bytes. */
  readonly bodyLimit: number;
}

/**
 * Calls the operations of an API by its document. A workspace extends it with what its own response recipes need.
 *
 * @example
 * const people = { owner: owner.caller, weakest: viewer.caller };
 * const parts = { api, limited, operations, tenantParameter: 'organizationId', tenant: own.id, bodyLimit: 64 * 1024, ...people };
 * const environment = new ContractEnvironment(parts);
 * const { status } = await environment.send(operation, { caller: environment.anyone });
 */
export class ContractEnvironment {
  readonly parts: ContractParts;
  readonly anyone: Caller;

  constructor(parts: ContractParts) {
    this.parts = parts;
    this.anyone = new Caller(parts.api.address);
  }

  send(operation: Operation, call: OperationCall = {}): Promise<ApiResponse> {
    const { owner, tenant: own, tenantParameter } = this.parts;
    const { caller = owner, tenant = own, id: other = randomUUID(), query = '', headers } = call;
    const { body = operation.body && exampleOf(operation.body) } = call;
    const path = pathOf(operation, { tenantParameter, tenant, other });
    return caller.send(operation.method, path + query, body, headers);
  }

  /** Posts the example of the document to a collection, and returns the id of what was created. */
  async createIn(collection: string): Promise<string | undefined> {
    const operation = this.parts.operations.find(({ name }) => name === `POST ${collection}`);
    return operation && ((await this.send(operation)).json as { id: string }).id;
  }
}
