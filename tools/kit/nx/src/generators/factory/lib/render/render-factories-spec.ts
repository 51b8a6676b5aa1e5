import type { FoundTenancy } from '../tenancy/find-tenancy.ts';
import { importLines } from './import-lines.ts';
import { namesOf } from './render-bindings.ts';

/** The test that proves each factory and each trait on a database. */
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

/** What a tenant is: for people to change. */
export function renderTenancy({ root, property, setting }: FoundTenancy): string {
  const values = [
    `root: '${root}'`,
    `property: '${property}'`,
    ...(setting ? [`setting: '${setting}'`] : []),
  ];
  return [
    "import type { Tenancy } from '@vouch/testing/factories';",
    '',
    '/** How rows say whose they are. */',
    `export const tenancy: Tenancy = { ${values.join(', ')} };`,
    '',
  ].join('\n');
}
