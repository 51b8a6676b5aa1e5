import { randomUUID } from 'node:crypto';
import { type ApiResponse, Caller } from '../caller.ts';
import type { Operation } from '../open-api.ts';
import type { ContractEnvironment } from './contract-environment.ts';
import type { Declared, Exchange } from './response-validator.ts';

/** Makes an operation give a response that it declares. */
export type ResponseRecipe<Environment extends ContractEnvironment = ContractEnvironment> = (
  environment: Environment,
  operation: Operation,
) => Promise<ApiResponse>;

/** Creates a resource, and returns its id. */
export type ResourceRecipe<Environment extends ContractEnvironment = ContractEnvironment> = (
  environment: Environment,
) => Promise<string | undefined>;

/** The recipes of one API. */
export interface ResponseRecipes<Environment extends ContractEnvironment> {
  /** By operation and status, such as `POST /organizations 409`. */
  readonly responses: Readonly<Record<string, ResponseRecipe<Environment>>>;
  /** By the code of a problem. They go before `problemRecipes`. */
  readonly problems?: Readonly<Record<string, ResponseRecipe<Environment>>>;
  /** By the last parameter of a path, for what cannot be created by posting the example to the collection around it. */
  readonly resources?: Readonly<Record<string, ResourceRecipe<Environment>>>;
}

/**
 * Sends the call that the document describes: random ids, and the example as the body.
 *
 * @example
 * const responses = { 'GET /ready 503': asDescribed };
 */
export const asDescribed: ResponseRecipe = (environment, operation) => environment.send(operation);

/**
 * Recipes for the problems that a guard or the server itself answers with, by code. A code that ends in `-not-found`
 * needs no recipe, because ids are random.
 *
 * @example
 * const recipe = problemRecipes['payload-too-large'];
 */
export const problemRecipes: Readonly<Record<string, ResponseRecipe>> = {
  unauthenticated: (environment, operation) => environment.send(operation, { caller: environment.anyone }),
  'role-too-weak': (environment, operation) =>
    environment.send(operation, { caller: environment.parts.weakest }),
  'invalid-request': (environment, operation) => {
    if (operation.body) return environment.send(operation, { body: {} });
    return environment.send(operation, operation.query.length > 0 ? { query: '?nonsense=1' } : { id: 'x' });
  },
  'bad-request': (environment, operation) => environment.send(operation, { body: '{' }),
  'payload-too-large': (environment, operation) =>
    environment.send(operation, { body: JSON.stringify('x'.repeat(environment.parts.bodyLimit)) }),
  'unsupported-media-type': (environment, operation) =>
    environment.send(operation, { body: 'x', headers: { 'content-type': 'text/plain' } }),
  'upgrade-required': asDescribed,
  'too-many-requests': async (environment, operation) => {
    const caller = new Caller(environment.parts.limited.address);
    await environment.send(operation, { caller });
    return environment.send(operation, { caller });
  },
  unavailable: asDescribed,
};

/**
 * Gets each declared response from the API, as far as a recipe says how. `unseen` lists the others.
 *
 * @example
 * const exchanges = await exchangesOf(operations.flatMap(declaredBy), environment, recipes);
 */
export async function exchangesOf<Environment extends ContractEnvironment>(
  declared: readonly Declared[],
  environment: Environment,
  recipes: ResponseRecipes<Environment>,
): Promise<Exchange[]> {
  const exchanges: Exchange[] = [];
  for (const one of declared) {
    const { operation } = one;
    const response = await recipeFor(one, recipes)?.(environment, operation);
    if (response) exchanges.push({ operation, response });
  }
  return exchanges;
}

function recipeFor<Environment extends ContractEnvironment>(
  { operation, status, code }: Declared,
  { responses, problems = {}, resources = {} }: ResponseRecipes<Environment>,
): ResponseRecipe<Environment> | undefined {
  const own = responses[`${operation.name} ${status}`];
  if (own) return own;
  if (code !== undefined)
    return problems[code] ?? problemRecipes[code] ?? (code.endsWith('-not-found') ? asDescribed : undefined);
  return status < 300 ? (environment) => succeed(environment, operation, resources) : undefined;
}

/** Creates the resource that the last parameter of the path names, then calls the operation on it. */
async function succeed<Environment extends ContractEnvironment>(
  environment: Environment,
  operation: Operation,
  resources: Readonly<Record<string, ResourceRecipe<Environment>>>,
): Promise<ApiResponse> {
  const [, collection = '', parameter = ''] = /^(.*)\/\{(\w+)\}[^{]*$/.exec(operation.path) ?? [];
  const create = resources[parameter] ?? ((own: Environment) => own.createIn(collection));
  const id = parameter === environment.parts.tenantParameter ? undefined : await create(environment);
  return environment.send(operation, id === undefined ? {} : { id });
}

/**
 * Calls an operation for a tenant that does not exist.
 *
 * @example
 * const problems = { 'organization-not-found': forUnknownTenant };
 */
export const forUnknownTenant: ResponseRecipe = (environment, operation) =>
  environment.send(operation, { tenant: randomUUID() });
