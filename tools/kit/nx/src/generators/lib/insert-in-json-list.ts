import { ts } from 'ts-morph';
import { listOf } from './remove-from-json-list.ts';

/** Appends an item to a list in a JSON text with comments; all other bytes stay. The list must exist. */
export function insertInJsonList(text: string, key: string, item: string): string {
  const file = ts.parseJsonText('file.json', text);
  const list = listOf(file, key);
  if (!list) throw new Error(`Expected a list "${key}" in the file. Add: "${key}": []`);
  const last = list.elements.at(-1);
  if (!last) return splice(text, list.getEnd() - 1, item);
  const start = last.getStart(file);
  const indent = /[^\S\n]*$/.exec(text.slice(0, start))?.[0] ?? '';
  const isOnOwnLine = text[start - indent.length - 1] === '\n';
  return splice(text, last.getEnd(), isOnOwnLine ? `,\n${indent}${item}` : `, ${item}`);
}

function splice(text: string, at: number, insertion: string): string {
  return text.slice(0, at) + insertion + text.slice(at);
}
