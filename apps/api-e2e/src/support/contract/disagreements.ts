import { isDeepStrictEqual } from 'node:util';
import { type Document, type JsonSchema, type Operation, operationsIn } from '../open-api.ts';

/** Schemas of the API itself, which belong to no contract. */
const ofTheApi = new Set(['Problem', 'Status']);

/** In what a description and the schemas that contracts export differ. */
export function disagreements(document: Document, contracts: Readonly<Record<string, unknown>>): string[] {
  const exported = Object.entries(contracts).filter(isObjectSchema);
  const uses = operationsIn(document).flatMap(usesIn);
  const unknown = uses
    .filter(({ isOf }) => !exported.some(([, contract]) => isOf(contract)))
    .map(({ where }) => `${where}: the schema is none that a contract exports`);
  const unused = exported
    .filter(([, contract]) => !uses.some(({ isOf }) => isOf(contract)))
    .map(([name]) => `${name}: no route has the schema`);
  return [...unknown, ...unused];
}

/** A place in the description where a contract's schema is expected. */
interface Use {
  readonly where: string;
  readonly isOf: (contract: JsonSchema) => boolean;
}

function usesIn({ name, body, query, message, responses }: Operation): Use[] {
  const schemas = [
    ['body', body],
    ['message', message],
    ...Object.entries(responses).map(([status, { content }]) => [
      status,
      content?.['application/json']?.schema,
    ]),
  ] as [string, JsonSchema | undefined][];
  const uses = schemas.flatMap(([what, schema]): Use[] => {
    if (!schema || ofTheApi.has(schema.title ?? '')) return [];
    return [{ where: `${name} ${what}`, isOf: (contract) => isSame(schema.items ?? schema, contract) }];
  });
  if (query.length === 0) return uses;
  const names = (contract: JsonSchema): string[] => Object.keys(contract.properties ?? {});
  return [...uses, { where: `${name} query`, isOf: (contract) => isDeepStrictEqual(names(contract), query) }];
}

function isObjectSchema(exported: readonly [string, unknown]): exported is [string, JsonSchema] {
  return exported[0].endsWith('Schema') && (exported[1] as JsonSchema).type === 'object';
}

/** TypeBox marks its schemas with what JSON does not know. */
function isSame(served: JsonSchema, contract: JsonSchema): boolean {
  return isDeepStrictEqual(served, JSON.parse(JSON.stringify(contract)));
}
