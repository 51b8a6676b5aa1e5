import { ts } from 'ts-morph';

/** Appends an item to a list or object constant, unless it contains the item. */
export function insertInList(text: string, constant: string, item: string): string {
  const { list, items } = listIn(text, constant);
  if (items.some((node) => node.getText() === item)) return text;
  const last = items.at(-1);
  const at = last ? last.getEnd() : list.getEnd() - 1;
  return `${text.slice(0, at)}${last ? ', ' : ''}${item}${text.slice(at)}`;
}

/** Removes an item from a list or object constant. */
export function removeFromList(text: string, constant: string, item: string): string {
  const { items } = listIn(text, constant);
  const index = items.findIndex((node) => node.getText() === item);
  const gone = items[index];
  if (!gone) return text;
  const [before, after] = [items[index - 1], items[index + 1]];
  const start = before ? before.getEnd() : gone.getFullStart();
  const end = before || !after ? gone.getEnd() : after.getFullStart();
  return text.slice(0, start) + text.slice(end);
}

/** Removes all imports of a module. */
export function removeImport(text: string, from: string): string {
  const file = ts.createSourceFile('file.ts', text, ts.ScriptTarget.ESNext, true);
  const gone = file.statements
    .filter(ts.isImportDeclaration)
    .filter(({ moduleSpecifier }) => ts.isStringLiteral(moduleSpecifier) && moduleSpecifier.text === from);
  return gone.reduceRight((rest, node) => {
    const end = text[node.getEnd()] === '\n' ? node.getEnd() + 1 : node.getEnd();
    return rest.slice(0, node.getStart(file)) + rest.slice(end);
  }, text);
}

function listIn(text: string, constant: string) {
  const file = ts.createSourceFile('file.ts', text, ts.ScriptTarget.ESNext, true);
  const list = file.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .find(({ name }) => ts.isIdentifier(name) && name.text === constant)?.initializer;
  if (list && ts.isArrayLiteralExpression(list)) return { list, items: [...list.elements] };
  if (list && ts.isObjectLiteralExpression(list)) return { list, items: [...list.properties] };
  throw new Error(`Expected a list or an object "${constant}". Add: export const ${constant} = [];`);
}
