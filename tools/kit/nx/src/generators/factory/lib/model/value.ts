/** An expression of generated code with its requirements. */
export interface Value {
  readonly code: string;
  readonly uses: readonly ('number' | 'faker')[];
  /** Names to import from `node:crypto`. */
  readonly crypto: readonly string[];
}

/** The facts beside the column itself that decide its value. */
export interface ValuePurpose {
  /** Name of the entity. A user's `name` gets another value than a product's. */
  readonly entity: string;
  /** Every row needs a value that no other row has. */
  readonly isUnique: boolean;
  /** An example from the compiler, for types that the ORM does not know. */
  readonly example: string | undefined;
}

export function plain(code: string): Value {
  return { code, uses: [], crypto: [] };
}

export function numbered(code: string): Value {
  return { code, uses: ['number'], crypto: [] };
}

export function fake(code: string): Value {
  return { code, uses: code.includes('${number}') ? ['faker', 'number'] : ['faker'], crypto: [] };
}

export function fromCrypto(name: string): Value {
  return { code: `${name}()`, uses: [], crypto: [name] };
}

/** Renders a literal as Prettier writes it. */
export function literal(value: string | number | boolean): Value {
  return plain(typeof value === 'string' ? `'${escaped(value)}'` : String(value));
}

/** Combines values into an object. */
export function objectOf(entries: readonly (readonly [string, Value])[]): Value {
  return {
    code: `{ ${entries.map(([name, { code }]) => `${name}: ${code}`).join(', ')} }`,
    uses: [...new Set(entries.flatMap(([, { uses }]) => uses))],
    crypto: [...new Set(entries.flatMap(([, { crypto }]) => crypto))],
  };
}

function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
}
