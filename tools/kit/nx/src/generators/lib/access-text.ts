import { quote } from './quote.ts';

/** `cache.get`, `cache['odd name']`, or `cache[Symbol.iterator]`. */
export function accessText(subject: string, member: string): string {
  if (isComputed(member)) return `${subject}${member}`;
  return isIdentifier(member) ? `${subject}.${member}` : `${subject}[${quote(member)}]`;
}

/** Renders a property name as in an object or a class. */
export function propertyText(name: string): string {
  if (name === '__proto__') return "['__proto__']";
  return isIdentifier(name) || isComputed(name) ? name : quote(name);
}

/** True if the member's name is an expression: a symbol. */
export function isComputed(name: string): boolean {
  return name.startsWith('[');
}

function isIdentifier(name: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name);
}
