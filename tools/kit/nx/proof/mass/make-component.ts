import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import componentGenerator from '../../src/generators/component/generator.ts';
import contractGenerator from '../../src/generators/contract/generator.ts';
import fixturesGenerator from '../../src/generators/fixtures/generator.ts';
import { subjectNameOf } from '../../src/generators/lib/subject-name.ts';
import { nameForms } from '../../src/generators/lib/name-forms.ts';
import { runGenerator } from '../trees/run-generator.ts';
import testSkeletonGenerator from '../../src/generators/test-skeleton/generator.ts';
import type { OddContract } from './odd-contract.ts';
import type { OptionSet } from './option-sets.ts';

/**
 * Creates a component with an odd contract by all generators, with the given options; a second run must change
 * nothing.
 */
export async function makeComponent(
  root: string,
  component: string,
  odd: OddContract,
  options: OptionSet,
): Promise<void> {
  const { level, maxLines, choice, fixture } = options;
  await runGenerator(root, componentGenerator, { name: component });
  if (options.extraContract) await runGenerator(root, contractGenerator, { component, name: 'extra' });
  addOddContract(join(root, 'libs', component), component, odd);
  if (fixture === 'by hand') addFixture(join(root, 'libs', component), component, odd);
  if (fixture === 'made before') await runGenerator(root, fixturesGenerator, { component });
  const chosen = choice === 'all' ? {} : { [choice]: nameForms(component).className };
  const skeleton = { component, level, maxLines, ...chosen, allowDirty: true };
  await runGenerator(root, testSkeletonGenerator, skeleton);
  if (fixture === 'made after') {
    await runGenerator(root, fixturesGenerator, { component });
    await runGenerator(root, testSkeletonGenerator, skeleton);
  }
  await runGenerator(root, testSkeletonGenerator, { ...skeleton, check: true });
}

/** Adds the contract, and a factory in the app library that depends on it. */
function addOddContract(folder: string, component: string, { name, type, text }: OddContract): void {
  writeFileSync(join(folder, 'contract/src/odd.ts'), text);
  appendFileSync(join(folder, 'contract/src/index.ts'), "export * from './odd.ts';\n");
  const factory = `import type { ${name}, Thing } from '@acme/${component}-contract';

export interface OddParts {
  readonly ${subjectNameOf(name)}: ${type};
  readonly thing: Thing;
  readonly clock: () => Date;
}

export function createOddUser(parts: OddParts): Date {
  return parts.clock();
}
`;
  writeFileSync(join(folder, 'app/src/create-odd-user.ts'), factory);
  appendFileSync(
    join(folder, 'app/src/index.ts'),
    "export { createOddUser, type OddParts } from './create-odd-user.ts';\n",
  );
}

function addFixture(folder: string, component: string, { name, type }: OddContract): void {
  const path = join(folder, 'test/src/fixtures.ts');
  const text = readFileSync(path, 'utf8').trimEnd().replace(/;$/, '');
  const names = type.includes('<') ? `${name}, Thing` : name;
  const link = `\n  .extend('${subjectNameOf(name)}', (): ${type} => JSON.parse('{}') as ${type});\n`;
  writeFileSync(path, `import type { ${names} } from '@acme/${component}-contract';\n${text}${link}`);
}
