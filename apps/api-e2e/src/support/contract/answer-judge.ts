import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Answer } from '../caller.ts';
import type { Document, JsonSchema, Operation } from '../open-api.ts';

/** What a route was seen to answer. */
export interface Exchange {
  readonly operation: Operation;
  readonly answer: Answer;
}

/** An answer that a route declares: a status, and for problems each of its codes. */
export interface Declared {
  readonly operation: Operation;
  readonly status: number;
  readonly code: string | undefined;
}

/** Compares what an API answers with what its description says. */
export class AnswerJudge {
  readonly #document: Document;
  readonly #validators = new Map<JsonSchema, ValidateFunction>();
  readonly #ajv = new Ajv2020({ strict: false, allErrors: true });

  constructor(document: Document) {
    this.#document = document;
    addFormats.default(this.#ajv);
  }

  /** In what the answer differs from the description. */
  faultsOf({ operation, answer }: Exchange): string[] {
    const fault = (what: string): string[] => [`${operation.name} answered ${answer.status} ${what}`];
    const declared = operation.responses[String(answer.status)];
    if (!declared) return fault('without declaring it');
    if (!declared.content) return answer.text === '' ? [] : fault('with a body, and declares none');
    const type = answer.headers.get('content-type')?.split(';', 1)[0] ?? 'no type';
    const schema = declared.content[type]?.schema;
    if (!schema) return fault(`as ${type}, and declares ${Object.keys(declared.content).join(', ')}`);
    return this.mismatches(schema, answer.json).flatMap(fault);
  }

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

export function declaredBy(operation: Operation): Declared[] {
  return Object.entries(operation.responses).flatMap(([status, { content }]) =>
    codesOf(content?.['application/problem+json']?.schema).map((code) => ({
      operation,
      status: Number(status),
      code,
    })),
  );
}

/** The declared answers that nobody has seen. */
export function unseen(operations: readonly Operation[], exchanges: readonly Exchange[]): string[] {
  const seen = new Set(
    exchanges.map(({ operation, answer }) => nameOf(operation, answer.status, codeIn(answer))),
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

function codeIn({ status, json }: Answer): string | undefined {
  return status >= 400 ? (json as { code?: string } | undefined)?.code : undefined;
}

function nameOf({ name }: Operation, status: number, code: string | undefined): string {
  return [name, status, code].filter(Boolean).join(' ');
}
