import type { Caller } from './caller.ts';

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

export interface Response {
  readonly content?: Content;
}

/** One route as the API's own description tells it. */
export interface Operation {
  /** Method and path. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  /** Whom it serves, as the route declares. */
  readonly policy: string | undefined;
  readonly body: JsonSchema | undefined;
  /** The names of what the query may say. */
  readonly query: readonly string[];
  readonly responses: Readonly<Record<string, Response>>;
  /** What each message of a WebSocket is. */
  readonly message: JsonSchema | undefined;
}

interface Described {
  readonly 'x-policy'?: string;
  readonly 'x-message'?: JsonSchema;
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, Response>>;
}

export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

export async function documentOf(caller: Caller): Promise<Document> {
  return (await caller.get('/docs/json')).json as Document;
}

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

/** A value that the schema takes, from its own examples. */
export function exampleOf(schema: JsonSchema): unknown {
  if (schema.examples !== undefined) return schema.examples[0];
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.type === 'array') return schema.items ? [exampleOf(schema.items)] : [];
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 1;
  if (schema.type === 'boolean') return true;
  if (schema.type !== 'object')
    throw new Error(`No example in ${JSON.stringify(schema)}: give its field one.`);
  const properties = Object.entries(schema.properties ?? {});
  return Object.fromEntries(properties.map(([name, field]) => [name, exampleOf(field)]));
}
