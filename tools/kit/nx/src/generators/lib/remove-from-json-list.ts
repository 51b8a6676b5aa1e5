import { ts } from 'ts-morph';

/** Removes items from a list in a JSON text with comments; all other bytes stay. */
export function removeFromJsonList(text: string, key: string, isGone: (item: string) => boolean): string {
  const file = ts.parseJsonText('file.json', text);
  const list = listOf(file, key);
  const gone = list?.elements.find((element) => isGone(element.getText(file)));
  if (!list || !gone) return text;
  const index = list.elements.indexOf(gone);
  const before = list.elements[index - 1];
  const after = list.elements[index + 1];
  const start = before ? before.getEnd() : gone.getFullStart();
  const end = before || !after ? gone.getEnd() : after.getFullStart();
  return removeFromJsonList(text.slice(0, start) + text.slice(end), key, isGone);
}

export function listOf(file: ts.JsonSourceFile, key: string): ts.ArrayLiteralExpression | undefined {
  const root = file.statements[0]?.expression;
  if (!root || !ts.isObjectLiteralExpression(root)) return undefined;
  const property = root.properties
    .filter(ts.isPropertyAssignment)
    .find(({ name }) => ts.isStringLiteral(name) && name.text === key);
  return property && ts.isArrayLiteralExpression(property.initializer) ? property.initializer : undefined;
}
