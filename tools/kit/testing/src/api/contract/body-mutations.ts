import { exampleOf, type JsonSchema } from '../open-api.ts';

/**
 * Returns the example of a schema and bodies that differ from it in one place each: a few valid, most invalid.
 *
 * @example
 * for (const body of bodyMutations(operation.body!)) await caller.send(operation.method, operation.path, body);
 */
export function bodyMutations(schema: JsonSchema): unknown[] {
  const example = exampleOf(schema) as Record<string, unknown>;
  return [example, [example], null, 'text', { ...example, more: 1 }, ...mutationsOf(schema, example)];
}

function mutationsOf(schema: JsonSchema, example: Record<string, unknown>): object[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const { [name]: value, ...without } = example;
    const inner =
      field.type === 'object' ? mutationsOf(field, value as Record<string, unknown>) : valuesFor(field);
    return [without, ...inner.map((other) => ({ ...example, [name]: other }))];
  });
}

function valuesFor({ maxLength = 100, enum: choices = [] }: JsonSchema): unknown[] {
  const lengths = [1, 12, maxLength - 1, maxLength, maxLength + 1].map((length) =>
    'x'.repeat(Math.max(0, length)),
  );
  return [...lengths, ...unusualValues, ...choices];
}

const unusualValues = [
  ...[null, true, 0, 1, -0.1, 1.1, 1e308, [], {}, ['x'], { $ne: null }],
  ...[
    '',
    ' ',
    'é',
    'a\u0000b',
    'line\nbreak',
    'A@B.example',
    'a@',
    'x-y',
    'x--y',
    'X',
    'javascript:alert(1)',
  ],
  ...["'; drop table users; --", '<script>', '{{7*7}}'],
  ...['http://x', '2026-02-30T00:00:00Z', '0199a3c4-5b6d-7e8f-9a0b-1c2d3e4f5a6b', 'urn:uuid:x'],
];
