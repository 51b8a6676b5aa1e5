import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { ApiResponse } from '../caller.ts';
import type { Document, JsonSchema, Operation } from '../open-api.ts';

/** A response that an operation gave. */
export interface Exchange {
  readonly operation: Operation;
  readonly response: ApiResponse;
}

/** A response that an operation declares: a status, and for problems each of its codes. */
export interface Declared {
  readonly operation: Operation;
  readonly status: number;
  readonly code: string | undefined;
}

/**
 * Compares the responses of an API with its OpenAPI document.
 *
 * @example
 * const validator = new ResponseValidator(document);
 * expect(exchanges.flatMap((exchange) => validator.problemsOf(exchange))).toEqual([]);
 */
export class ResponseValidator {
  readonly #document: Document;
  readonly #validators = new Map<JsonSchema, ValidateFunction>();
  readonly #ajv = new Ajv2020({ strict: false, allErrors: true });

  constructor(document: Document) {
    this.#document = document;
    addFormats.default(this.#ajv);
  }

  /** Returns how a response differs from what its operation declares. */
  problemsOf({ operation, response }: Exchange): string[] {
    const problem = (text: string): string[] => [`${operation.name} answered ${response.status} ${text}`];
    const declared = operation.responses[String(response.status)];
    if (!declared) return problem('without declaring it');
    if (!declared.content) return response.text === '' ? [] : problem('with a body, and declares none');
    const type = response.headers.get('content-type')?.split(';', 1)[0] ?? 'no type';
    const schema = declared.content[type]?.schema;
    if (!schema) return problem(`as ${type}, and declares ${Object.keys(declared.content).join(', ')}`);
    return this.mismatches(schema, response.json).flatMap(problem);
  }

  /** Returns how a value differs from a schema of the document. */
  mismatches(schema: JsonSchema, value: unknown): string[] {
    const validate = this.#validatorOf(schema);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `whose body${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  }

  #validatorOf(schema: JsonSchema): ValidateFunction {
    const { components } = this.#document;
    const validator = this.#validators.get(schema) ?? this.#ajv.compile({ ...schema, components });
    this.#validators.set(schema, validator);
    return validator;
  }
}

/**
 * Lists the responses that an operation declares.
 *
 * @example
 * const conflicts = operations.flatMap(declaredBy).filter(({ status }) => status === 409);
 */
export function declaredBy(operation: Operation): Declared[] {
  return Object.entries(operation.responses).flatMap(([status, { content }]) =>
    codesOf(content?.['application/problem+json']?.schema).map((code) => ({
      operation,
      status: Number(status),
      code,
    })),
  );
}

/**
 * Lists the declared responses that no exchange shows, by operation, status and code.
 *
 * @example
 * expect(unseen(operations, exchanges), 'add a recipe for each').toEqual([]);
 */
export function unseen(operations: readonly Operation[], exchanges: readonly Exchange[]): string[] {
  const seen = new Set(
    exchanges.map(({ operation, response }) => nameOf(operation, response.status, codeIn(response))),
  );
  const declared = operations.flatMap(declaredBy);
  return declared
    .map(({ operation, status, code }) => nameOf(operation, status, code))
    .filter((name) => !seen.has(name));
}

function codesOf(problem: JsonSchema | undefined): (string | undefined)[] {
  if (!problem) return [undefined];
  const codes = problem.allOf?.flatMap(({ properties }) => properties?.['code']?.enum ?? []) as string[];
  return codes.length > 0 ? codes : [undefined];
}

function codeIn({ status, json }: ApiResponse): string | undefined {
  return status >= 400 ? (json as { code?: string } | undefined)?.code : undefined;
}

function nameOf({ name }: Operation, status: number, code: string | undefined): string {
  return [name, status, code].filter(Boolean).join(' ');
}
