import { nameForms } from '../../../lib/name-forms.ts';
import type { Upstream } from '../read-upstream.ts';
import type { FoundTenancy } from '../tenancy/find-tenancy.ts';
import { importLines } from './import-lines.ts';

export interface AllFactories {
  readonly component: string;
  readonly entities: readonly string[];
  readonly upstream: readonly Upstream[];
  readonly tenancy: FoundTenancy | undefined;
}

/** The module in which all factories of a component come together, unformatted. */
export function renderBindings({ component, entities, upstream, tenancy }: AllFactories): string {
  const names = namesOf(component);
  const others = upstream.map(({ component: other, package: from }) => ({ ...namesOf(other), from }));
  const imports: [string, string][] = [
    ...others.flatMap(({ type, bind, from }): [string, string][] => [
      [`type ${type}`, from],
      [bind, from],
    ]),
    ['bindFactories', '@vouch/testing/factories'],
    ['type FactoriesOf', '@vouch/testing/factories'],
    ['type FactoryContext', '@vouch/testing/factories'],
    ...entities.map((name): [string, string] => [
      `${name}Factory`,
      `../${nameForms(name).fileName}-factory.ts`,
    ]),
    ...(tenancy ? [['tenancy', tenancy.package ?? '../tenancy.ts'] as [string, string]] : []),
  ];
  const bound = tenancy ? 'bound' : 'context';
  const own = `bindFactories(${names.classes}, ${bound})`;
  const parts = [...others.map(({ bind }) => `...${bind}(${bound})`), `...${own}`];
  return [
    `// Made by \`nx g factory ${component}\`, and made again when entities come or go.`,
    ...importLines(imports),
    '',
    `export const ${names.classes} = {`,
    ...entities.map((name) => `  ${nameForms(name).propertyName}: ${name}Factory,`),
    '};',
    '',
    `export type ${names.type} = ${[...others.map(({ type }) => type), `FactoriesOf<typeof ${names.classes}>`].join(' & ')};`,
    '',
    `/** The factories of ${component}${others.length > 0 ? ', and of what it builds on' : ''}, bound to a test's entity manager. */`,
    `export function ${names.bind}(context: FactoryContext): ${names.type} {`,
    ...(tenancy ? ['  const bound = { tenancy, ...context };'] : []),
    `  return ${others.length > 0 ? `{ ${parts.join(', ')} }` : own};`,
    '}',
    '',
  ].join('\n');
}

export function namesOf(component: string): { classes: string; type: string; bind: string } {
  const { className, propertyName } = nameForms(component);
  return {
    classes: `${propertyName}FactoryClasses`,
    type: `${className}Factories`,
    bind: `${propertyName}Factories`,
  };
}
