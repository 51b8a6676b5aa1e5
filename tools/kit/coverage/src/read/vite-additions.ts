import type { Options } from 'ast-v8-to-istanbul';

type IgnoreNode = NonNullable<Options['ignoreNode']>;
type Node = Parameters<IgnoreNode>[0];

/** Recognizes the code that Vite adds to a module: it rewrites imports and exports and leaves the rest unchanged. */
export function isViteAddition(imported: ReadonlySet<string>): IgnoreNode {
  return (node, type) => {
    if (type !== 'statement') return false;
    if (node.type === 'ExpressionStatement' && callee(node.expression).startsWith('__vite_ssr_export'))
      return 'ignore-this-and-nested-nodes';
    if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier') return false;
    return node.id.name.startsWith('__vite_ssr_') || isHoistedImport(node, imported);
  };
}

/**
 * True for the declaration before a class that extends an imported one: `const Imported =
 * __vite_ssr_import_0__.Imported`.
 */
function isHoistedImport(
  node: Node & { type: 'VariableDeclarator' },
  imported: ReadonlySet<string>,
): boolean {
  const { id, init } = node;
  return (
    id.type === 'Identifier' &&
    imported.has(id.name) &&
    init?.type === 'MemberExpression' &&
    init.object.type === 'Identifier' &&
    init.object.name.startsWith('__vite_ssr_import_')
  );
}

function callee(expression: Node): string {
  return expression.type === 'CallExpression' && expression.callee.type === 'Identifier'
    ? expression.callee.name
    : '';
}
