import { basename, dirname, relative } from 'node:path/posix';
import type { Contract } from '../../../../../contract-model/index.ts';
import { nameForms } from '../../../../lib/name-forms.ts';
import { packageNameOf } from '../../../../lib/workspace-packages.ts';
import { suiteSubject } from '../../model/suite-file.ts';
import { nameSuite } from './name-suite.ts';
import { fixturesImport } from './render-spec-file.ts';
import type { RenderedTest } from '../../model/rendered-test.ts';
import { renderSuites } from './render-suites.ts';
import type { WriteContext } from '../../model/write-context.ts';

/** Renders a suite that takes its subject, so that it proves every implementation of the contract. */
export function renderContractSuite(
  path: string,
  suite: string,
  tests: readonly RenderedTest[],
  context: WriteContext,
): string {
  const { planned } = firstOf(tests);
  return `${contractImport(planned.contract, context)}
import { describe } from 'vitest';
${fixturesImport(path, context.library.fixturesFile, 'test as base')}

${headOf(planned.contract, suite)}
  const test = base.extend('${suiteSubject}', () => create());

  describe(\`\${name} is a ${planned.contract.name}\`, () => {
    ${renderSuites(tests).replaceAll('\n', '\n    ')}
  });
}
`;
}

/** Renders the suite that calls the partial suites. */
export function renderWholeSuite(
  path: string,
  parts: readonly string[],
  tests: readonly RenderedTest[],
  context: WriteContext,
): string {
  const { contract } = firstOf(tests).planned;
  const suites = parts.map((part) => ({
    name: nameSuite(part.replace(/(?:\.promises.*)?\.suite\.ts$/, ''), context.folder),
    from: `./${relative(dirname(path), part)}`,
  }));
  return `${contractImport(contract, context)}
${suites.map(({ name, from }) => `import { ${name} } from '${from}';`).join('\n')}

${headOf(contract, nameSuite(path.replace(/(?:\.promises.*)?\.suite\.ts$/, ''), context.folder))}
${suites.map(({ name }) => `  ${name}(name, create);`).join('\n')}
}
`;
}

/** Renders the call of the suite for the app's implementation, if the app exports `create<Contract>`. */
export function renderContractSpec(
  path: string,
  suite: string,
  tests: readonly RenderedTest[],
  context: WriteContext,
): string {
  const { className } = nameForms(firstOf(tests).planned.contract.name);
  const factory = `create${className}`;
  const suiteImport = `import { ${suite} } from './${basename(path)}';`;
  const index = context.tree.read(`libs/${context.component}/app/src/index.ts`, 'utf-8') ?? '';
  if (new RegExp(`\\b${factory}\\b`).test(index)) {
    return `import { ${factory} } from '${packageOf(context, 'app')}';\n${suiteImport}\n\n${suite}('${factory}', () => ${factory}());\n`;
  }
  return `import { describe, test } from 'vitest';\n\ndescribe('${className}', () => {\n  test.todo('call ${suite} here for each implementation');\n});\n`;
}

function headOf(contract: Contract, suite: string): string {
  const type = typeOf(contract);
  return `/** Tests an implementation of ${contract.name}: \`create\` returns a new one for each test, \`name\` is its title. */
export function ${suite}(name: string, create: () => ${type} | Promise<${type}>): void {`;
}

function contractImport({ name }: Contract, context: WriteContext): string {
  return `import type { ${name.split('.')[0] ?? ''} } from '${packageOf(context, 'contract')}';`;
}

function firstOf(tests: readonly RenderedTest[]): RenderedTest {
  const [first] = tests;
  if (!first) throw new Error('Expected at least one test for a suite, but got none.');
  return first;
}

function typeOf({ name, kind, typeParameters }: Contract): string {
  if (kind === 'function') return `typeof ${name}`;
  const required = typeParameters.filter((parameter) => !parameter.includes('='));
  return required.length === 0 ? name : `${name}<${required.map(() => 'never').join(', ')}>`;
}

function packageOf({ tree, component }: WriteContext, library: 'contract' | 'app'): string {
  return packageNameOf(tree, `libs/${component}/${library}`);
}
