import { expect, test } from 'vitest';
import type { PropertyModel } from '../model/entity-model.ts';
import { valueOf } from './value-of.ts';

const column: PropertyModel = {
  name: 'text',
  kind: 'scalar',
  runtimeType: 'string',
  columnType: 'varchar(255)',
  length: undefined,
  nullable: false,
  primary: false,
  array: false,
  items: [],
  default: undefined,
  givenByDatabase: false,
  readOnly: false,
  target: undefined,
  owner: false,
  mappedBy: undefined,
  unsupported: undefined,
  embedded: [],
};

function codeBlocksOf(
  property: Partial<PropertyModel>,
  isUnique = false,
  entity = 'Invoice',
): string | undefined {
  return valueOf({ ...column, ...property }, { entity, isUnique, example: undefined })?.code;
}

test.each([
  ['User', 'name', 'faker.person.fullName()'],
  ['Organization', 'name', 'faker.company.name()'],
  ['Product', 'name', 'faker.commerce.productName()'],
  ['Invoice', 'firstName', 'faker.person.firstName()'],
  ['Invoice', 'contactEmail', '`${number}.${faker.internet.exampleEmail()}`.toLowerCase()'],
  ['Invoice', 'slug', '`invoice-${number}`'],
  ['Invoice', 'countryCode', 'faker.location.countryCode()'],
  ['Invoice', 'whatever', 'faker.lorem.words(2)'],
])('%s.%s is %s', (entity, name, code) => {
  expect(codeBlocksOf({ name }, false, entity)).toBe(code);
});

test.each([
  [{ name: 'title' }, '`${faker.lorem.words(3)} ${number}`'],
  [{ name: 'title', length: 20 }, '`${number} ${faker.lorem.words(3)}`.slice(0, 20)'],
  [{ name: 'homepage' }, '`https://example.com/${number}`'],
  [{ name: 'slug', length: 12 }, 'String(number)'],
  [{ name: 'tokenHash', length: 40 }, "number.toString(16).padStart(40, '0')"],
  [{ name: 'position', runtimeType: 'number', columnType: 'smallint' }, 'number % 32_768'],
  [{ name: 'madeAt', runtimeType: 'Date' }, 'new Date(Date.now() + number)'],
  [{ name: 'total', columnType: 'numeric(10,2)' }, '`${number}.00`'],
])('a unique %o differs each time and fits the column', (property, code) => {
  expect(codeBlocksOf(property, true)).toBe(code);
});

test.each([
  [{ items: ['it’s', 'b'] }, "'it’s'"],
  [{ items: ['a', 'b'], default: 'b' }, "'b'"],
  [{ runtimeType: 'boolean', default: true }, 'true'],
  [{ default: "o'clock" }, "'o\\'clock'"],
  [{ name: 'expiresAt', runtimeType: 'Date' }, 'new Date(Date.now() + 7 * 86_400_000)'],
  [{ columnType: 'uuid', primary: true }, 'randomUUIDv7()'],
  [{ columnType: 'date' }, 'new Date().toISOString().slice(0, 10)'],
  [{ columnType: 'text[]', array: true }, '[]'],
  [{ name: 'note', length: 10 }, 'faker.lorem.sentence().slice(0, 10)'],
  [{ runtimeType: 'any' }, undefined],
])('%o is %s', (property, code) => {
  expect(codeBlocksOf(property)).toBe(code);
});
