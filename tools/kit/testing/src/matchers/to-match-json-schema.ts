import { createRequire } from 'node:module';
import type * as draft2020 from 'ajv/dist/2020.js';
import type formats from 'ajv-formats';
import type { MatcherState } from 'vitest';
import { expectation, type Expectation, show } from './expectation.ts';

/**
 * Passes if a value is valid by a JSON schema (draft 2020-12, with formats). Unknown keywords are ignored, because
 * OpenAPI uses some.
 */
export function toMatchJsonSchema(this: MatcherState, received: unknown, schema: object): Expectation {
  const validate = validatorOf(schema);
  const pass = validate(received);
  const problems = (validate.errors ?? []).map(describe).join('\n');
  return expectation(
    pass,
    () => `expected ${show.call(this, received)} to match the schema, but:\n${problems}`,
    () => `expected ${show.call(this, received)} not to match the schema ${show.call(this, schema)}`,
  );
}

const validators = new WeakMap<object, draft2020.ValidateFunction>();
const require = createRequire(import.meta.url);
let ajv: draft2020.Ajv2020 | undefined;

function validatorOf(schema: object): draft2020.ValidateFunction {
  const validator = validators.get(schema) ?? (ajv ??= loadAjv()).compile(schema);
  validators.set(schema, validator);
  return validator;
}

/** Loads Ajv at the first use, because most tests do not need it. */
function loadAjv(): draft2020.Ajv2020 {
  const { Ajv2020: Ajv } = require('ajv/dist/2020.js') as typeof draft2020;
  const { default: addFormats } = require('ajv-formats') as { default: typeof formats.default };
  const instance = new Ajv({ allErrors: true, strict: false });
  addFormats(instance);
  return instance;
}

function describe({ instancePath, message, params }: draft2020.ErrorObject): string {
  const extra = 'additionalProperty' in params ? ` (${String(params['additionalProperty'])})` : '';
  const allowed = 'allowedValues' in params ? ` (${JSON.stringify(params['allowedValues'])})` : '';
  return `  ${instancePath || '/'}: ${message ?? 'is wrong'}${extra}${allowed}`;
}
