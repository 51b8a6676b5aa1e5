import type { ts } from 'ts-morph';

const words =
  'select|insert|update|delete|with|create|alter|drop|grant|set|begin|notify|listen|where|from|lock|join|order by|and|or|on|values|returning';
const start = new RegExp(String.raw`^.\s*(?:${words})\s`, 'i');

/** True for a text or template that begins like a statement of SQL or a part of one. */
export function isSql(node: ts.Node): boolean {
  return start.test(node.getText());
}
