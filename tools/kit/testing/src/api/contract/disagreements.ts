import { isDeepStrictEqual } from 'node:util';
import { type Document, type JsonSchema, type Operation, operationsIn } from '../open-api.ts';

/**
 * Compares an OpenAPI document with the schemas that contracts export, in either direction.
 *
 * @param contracts - the exports of the contracts; those that are object schemas and end in `Schema` are compared
 * @param ofTheApi - titles of schemas that belong to the API itself and to no contract
 *
 * @example
 * expect(disagreements(document, contracts, ['Problem', 'Status'])).toEqual([]);
 */
export function disagreements(
  document: Document,
  contracts: Readonly<Record<string, unknown>>,
  ofTheApi: readonly string[] = [],
): string[] {
  const exported = Object.entries(contracts).filter(isObjectSchema);
  const uses = operationsIn(document).flatMap((operation) => usesIn(operation, ofTheApi));
  const unknown = uses
    .filter(({ isOf }) => !exported.some(([, contract]) => isOf(contract)))
    .map(({ where }) => `${where}: no contract exports the schema`);
  const unused = exported
    .filter(([, contract]) => !uses.some(({ isOf }) => isOf(contract)))
    .map(([name]) => `${name}: no route has the schema`);
  return [...unknown, ...unused];
}

/** A place in the document where the schema of a contract is expected. */
interface Use {
  readonly where: string;
  readonly isOf: (contract: JsonSchema) => boolean;
}

function usesIn({ name, body, query, message, responses }: Operation, ofTheApi: readonly string[]): Use[] {
  const schemas = [
    ['body', body],
    ['message', message],
    ...Object.entries(responses).map(([status, { content }]) => [
      status,
      content?.['application/json']?.schema,
    ]),
  ] as [string, JsonSchema | undefined][];
  const uses = schemas.flatMap(([part, schema]): Use[] => {
    if (!schema || ofTheApi.includes(schema.title ?? '')) return [];
    return [{ where: `${name} ${part}`, isOf: (contract) => isSame(schema.items ?? schema, contract) }];
  });
  if (query.length === 0) return uses;
  const names = (contract: JsonSchema): string[] => Object.keys(contract.properties ?? {});
  return [...uses, { where: `${name} query`, isOf: (contract) => isDeepStrictEqual(names(contract), query) }];
}

function isObjectSchema(exported: readonly [string, unknown]): exported is [string, JsonSchema] {
  return exported[0].endsWith('Schema') && (exported[1] as JsonSchema).type === 'object';
}

/** TypeBox marks its schemas with symbols, which JSON drops. */
function isSame(served: JsonSchema, contract: JsonSchema): boolean {
  return isDeepStrictEqual(served, JSON.parse(JSON.stringify(contract)));
}
