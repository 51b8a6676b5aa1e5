import type { Caller } from './caller.ts';

/** The part of a JSON schema that the checks read. */
export interface JsonSchema {
  readonly title?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly examples?: readonly unknown[];
  readonly enum?: readonly unknown[];
  readonly items?: JsonSchema;
  readonly allOf?: readonly JsonSchema[];
  readonly minimum?: number;
  readonly maxLength?: number;
}

type Content = Readonly<Record<string, { readonly schema: JsonSchema }>>;

/** A response that an operation declares. */
export interface DeclaredResponse {
  readonly content?: Content;
}

/** One operation of an OpenAPI document. */
export interface Operation {
  /** Method and path. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  /** `x-policy`: `public`, `signed-in`, or the weakest role. */
  readonly policy: string | undefined;
  readonly body: JsonSchema | undefined;
  /** The names of the query parameters. */
  readonly query: readonly string[];
  readonly responses: Readonly<Record<string, DeclaredResponse>>;
  /** `x-message`: the schema of each message over a WebSocket. */
  readonly message: JsonSchema | undefined;
}

interface Described {
  readonly 'x-policy'?: string;
  readonly 'x-message'?: JsonSchema;
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, DeclaredResponse>>;
}

/** The part of an OpenAPI document that the checks read. */
export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

/**
 * Fetches the OpenAPI document of an API.
 *
 * @example
 * const document = await documentOf(new Caller(api.address), '/docs/json');
 */
export async function documentOf(caller: Caller, path: string): Promise<Document> {
  const { status, json } = await caller.get(path);
  if (status !== 200) throw new Error(`${path} answered ${status}. Expected 200 and an OpenAPI document.`);
  return json as Document;
}

/**
 * Lists the operations of an OpenAPI document.
 *
 * @example
 * const reads = operationsIn(document).filter(({ method }) => method === 'GET');
 */
export function operationsIn({ paths }: Document): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([verb, described]) => {
      const method = verb.toUpperCase();
      return {
        name: `${method} ${path}`,
        method,
        path,
        policy: described['x-policy'],
        body: described.requestBody?.content['application/json']?.schema,
        query: (described.parameters ?? []).flatMap((one) => (one.in === 'query' ? [one.name] : [])),
        responses: described.responses,
        message: described['x-message'],
      };
    }),
  );
}

/**
 * Returns a value that a schema accepts, built from the first example of each field.
 *
 * @example
 * exampleOf({ type: 'object', properties: { name: { type: 'string', examples: ['Ada'] } } }); // { name: 'Ada' }
 */
export function exampleOf(schema: JsonSchema): unknown {
  if (schema.examples !== undefined) return schema.examples[0];
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.type === 'array') return schema.items ? [exampleOf(schema.items)] : [];
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 1;
  if (schema.type === 'boolean') return true;
  if (schema.type !== 'object')
    throw new Error(`${JSON.stringify(schema)} has no example. Add "examples" to the schema of the field.`);
  const properties = Object.entries(schema.properties ?? {});
  return Object.fromEntries(properties.map(([name, field]) => [name, exampleOf(field)]));
}

/**
 * Fills the ids into the path of an operation: the tenant's, and one id for every other parameter.
 *
 * @example
 * import { randomUUID } from 'node:crypto';
 *
 * pathOf(operation, { tenantParameter: 'organizationId', tenant: own.id, other: randomUUID() });
 */
export function pathOf(
  { path }: Operation,
  { tenantParameter, tenant, other }: { tenantParameter: string; tenant: string; other: string },
): string {
  return path.replace(`{${tenantParameter}}`, tenant).replaceAll(/\{\w+\}/g, other);
}
