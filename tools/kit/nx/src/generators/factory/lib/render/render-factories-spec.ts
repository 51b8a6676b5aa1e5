import type { FoundTenancy } from '../tenancy/find-tenancy.ts';
import { importLines } from './import-lines.ts';
import { namesOf } from './render-bindings.ts';

/** Renders the test that creates each entity with each trait on a database. */
export function renderFactoriesSpec(component: string, tenancy: FoundTenancy | undefined): string {
  const { classes, bind } = namesOf(component);
  const all = `../factories/generated/${component}-factories.ts`;
  const imports: [string, string][] = [
    ['proveFactories', '@vouch/testing/factories'],
    [classes, all],
    [bind, all],
    ['test', '../fixtures.ts'],
    ...(tenancy ? [['tenancy', tenancy.package ?? '../factories/tenancy.ts'] as [string, string]] : []),
  ];
  const args = ['test', classes, bind, ...(tenancy ? ['tenancy'] : [])];
  return [...importLines(imports), '', `proveFactories(${args.join(', ')});`, ''].join('\n');
}

/** Renders the tenancy declaration, which belongs to a person. */
export function renderTenancy({ root, property, setting }: FoundTenancy): string {
  const values = [
    `root: '${root}'`,
    `property: '${property}'`,
    ...(setting ? [`setting: '${setting}'`] : []),
  ];
  return [
    "import type { Tenancy } from '@vouch/testing/factories';",
    '',
    '/** The property by which rows belong to a tenant. */',
    `export const tenancy: Tenancy = { ${values.join(', ')} };`,
    '',
  ].join('\n');
}
