import type { PropertyModel } from '../model/entity-model.ts';
import { dateOf } from './values/date-of.ts';
import { numberOf } from './values/number-of.ts';
import { textOf } from './values/text-of.ts';
import {
  fromCrypto,
  literal,
  numbered,
  objectOf,
  plain,
  type Value,
  type ValuePurpose,
} from '../model/value.ts';

/** Chooses a realistic value for a column by type and name. `undefined` if none can be generated. */
export function valueOf(property: PropertyModel, purpose: ValuePurpose): Value | undefined {
  const { items, runtimeType, embedded, kind } = property;
  if (property.array) return plain('[]');
  if (kind === 'embedded') return embeddedValue(embedded, purpose);
  if (items[0] !== undefined) return literal(property.default ?? items[0]);
  if (purpose.example !== undefined) return plain(purpose.example);
  if (property.default !== undefined && !purpose.isUnique) return literal(property.default);
  switch (runtimeType) {
    case 'boolean':
      return plain('false');
    case 'number':
      return numberOf(property, purpose);
    case 'bigint':
      return numbered('BigInt(number)');
    case 'Date':
      return dateOf(property, purpose);
    case 'Buffer':
      return numbered('Buffer.from(String(number))');
    case 'string':
      return stringOf(property, purpose);
    default:
      return undefined;
  }
}

function stringOf(property: PropertyModel, purpose: ValuePurpose): Value {
  const { columnType, primary } = property;
  if (columnType === 'uuid') return fromCrypto(primary ? 'randomUUIDv7' : 'randomUUID');
  if (/^(?:bigint|int8|bigserial)/.test(columnType)) return numbered('String(number)');
  if (/^(?:numeric|decimal)/.test(columnType)) {
    return purpose.isUnique
      ? numbered('`${number}.00`')
      : { ...plain('faker.commerce.price()'), uses: ['faker'] };
  }
  if (/^date$/.test(columnType)) return plain('new Date().toISOString().slice(0, 10)');
  if (/^time(?!stamp)/.test(columnType)) return plain("'12:00:00'");
  if (/^interval/.test(columnType)) return plain("'1 day'");
  return textOf(property, purpose);
}

function embeddedValue(embedded: readonly PropertyModel[], purpose: ValuePurpose): Value | undefined {
  const values = embedded
    .filter(({ givenByDatabase }) => !givenByDatabase)
    .map((inner) => [inner.name, innerValue(inner, purpose)] as const);
  const made = values.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
  return made.length === values.length ? objectOf(made) : undefined;
}

function innerValue(inner: PropertyModel, purpose: ValuePurpose): Value | undefined {
  if (inner.nullable) return plain('null');
  return valueOf(inner, { ...purpose, isUnique: false, example: undefined });
}
