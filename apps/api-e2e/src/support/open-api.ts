import type { Caller } from './caller.ts';

export interface JsonSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly examples?: readonly unknown[];
  readonly enum?: readonly unknown[];
  readonly items?: JsonSchema;
  readonly minimum?: number;
}

interface Content {
  readonly description?: string;
  readonly content?: Readonly<Record<string, { readonly schema: JsonSchema }>>;
}

/** One route as the API's own description tells it. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  /** Whom it serves, as the route declares. */
  readonly policy: string | undefined;
  readonly body: JsonSchema | undefined;
  readonly responses: Readonly<Record<string, Content>>;
}

interface Described {
  readonly 'x-policy'?: string;
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
}

export async function operationsOf(caller: Caller): Promise<Operation[]> {
  const { json } = await caller.get('/docs/json');
  return Object.entries((json as Document).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      method: method.toUpperCase(),
      path,
      policy: described['x-policy'],
      body: described.requestBody?.content?.['application/json']?.schema,
      responses: described.responses,
    })),
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
  return Object.fromEntries(
    properties
      .filter(([name]) => schema.required?.includes(name))
      .map(([name, field]) => [name, exampleOf(field)]),
  );
}
