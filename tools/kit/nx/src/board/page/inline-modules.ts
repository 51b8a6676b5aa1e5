import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';

const imports = /^import (\{[^}]*\}) from '(\.[^']+)';$/gm;
const exports = /^export (?=(?:async function|class|const|function) (\w+))/gm;

/**
 * Returns a module and those that it imports as one script, in which each module is a function with its own names.
 * Modules may import and export by name, and export where they declare.
 */
export function inlineModules(entry: URL): string {
  const names = new Map<string, string>();
  const add = (module: URL): string[] => {
    if (names.has(module.href)) return [];
    const code = readScript(module);
    const imported = [...code.matchAll(imports)].flatMap(([, , path = '']) => add(new URL(path, module)));
    const name = `module${names.size}`;
    names.set(module.href, name);
    const linked = code.replaceAll(
      imports,
      (_, bindings: string, path: string) =>
        `const ${bindings.replaceAll(' as ', ': ')} = ${names.get(new URL(path, module).href) ?? ''};`,
    );
    return [...imported, asFunction(name, linked)];
  };
  return add(entry).join('\n');
}

/** Sources are TypeScript; in the published package they are compiled. */
function readScript(module: URL): string {
  const code = readFileSync(module, 'utf8');
  const script = module.pathname.endsWith('.ts') ? stripTypes(code) : code;
  return script
    .replaceAll(/^(?:export \{\};|\/\/.*)$/gm, '')
    .replaceAll(/[ \t]+$/gm, '')
    .replaceAll(/\n{2,}/g, '\n');
}

/** Node prints a warning when a program calls its type stripping, though not for the modules that Node loads with it. */
function stripTypes(code: string): string {
  const original = Object.getOwnPropertyDescriptor(process, 'emitWarning') ?? {};
  process.emitWarning = () => undefined;
  try {
    return stripTypeScriptTypes(code);
  } finally {
    Object.defineProperty(process, 'emitWarning', original);
  }
}

function asFunction(name: string, code: string): string {
  const exported = [...code.matchAll(exports)].map(([, each]) => each);
  return `const ${name} = (() => {\n${code.replaceAll(exports, '')}return { ${exported.join(', ')} };\n})();`;
}
