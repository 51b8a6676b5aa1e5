import type { PropertyModel } from '../../model/entity-model.ts';
import { fake, numbered, plain, type Value, type ValuePurpose } from '../../model/value.ts';
import { companies, people, textRules } from './text-rules.ts';
import { wordsIn } from './words-in.ts';

/** Chooses a text that fits the column's name and length. */
export function textOf({ name, length }: PropertyModel, purpose: ValuePurpose): Value {
  const words = wordsIn(name);
  const entity = wordsIn(purpose.entity);
  const rule = textRules.find(({ named }) => named.test(words.join(' ')));
  if (rule?.unique && (purpose.isUnique || rule.alwaysUnique)) {
    const code = withLength(rule.unique, entity.join('-'), length);
    return fitted(asValue(code), length, rule.longest);
  }
  const code = rule?.code ?? (words.at(-1) === 'name' ? nameFor(entity) : 'faker.lorem.words(2)');
  return purpose.isUnique ? madeUnique(asValue(code), length) : fitted(asValue(code), length, rule?.longest);
}

/** Falls back to the number alone if the column is too short for the entity's name. */
function withLength(code: string, entity: string, length = 255): string {
  if (code.includes('<entity>') && length < entity.length + 10) return 'String(number)';
  return code.replaceAll('<entity>', entity).replaceAll('<length>', String(Math.min(length, 64)));
}

function nameFor(entity: readonly string[]): string {
  const last = entity.at(-1) ?? '';
  if (people.has(last)) return 'faker.person.fullName()';
  return companies.has(last) ? 'faker.company.name()' : 'faker.commerce.productName()';
}

function asValue(code: string): Value {
  if (code.includes('faker.')) return fake(code);
  return code.includes('number') ? numbered(code) : plain(code);
}

/** Puts the number first if the end may be cut off. */
function madeUnique(value: Value, length: number | undefined): Value {
  const inner = '${' + value.code + '}';
  const code = length !== undefined && length < 100 ? `\`\${number} ${inner}\`` : `\`${inner} \${number}\``;
  return fitted({ ...value, code, uses: [...new Set([...value.uses, 'number' as const])] }, length);
}

function fitted(value: Value, length: number | undefined, longest = 100): Value {
  if (length === undefined || length >= longest) return value;
  return { ...value, code: `${value.code}.slice(0, ${length})` };
}
