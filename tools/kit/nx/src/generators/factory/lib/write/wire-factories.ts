import type { Tree } from '@nx/devkit';
import { withExport } from '../../../lib/export-from.ts';
import { insertFixture } from '../../../lib/insert-fixture.ts';
import { nameForms } from '../../../lib/name-forms.ts';
import { filesOf } from '../factory-files.ts';
import { namesOf } from '../render/render-bindings.ts';
import type { FoundTenancy } from '../tenancy/find-tenancy.ts';
import type { FilesWriter } from './files-writer.ts';

interface Wiring {
  readonly component: string;
  readonly entities: readonly string[];
  readonly tenancy: FoundTenancy | undefined;
}

/** Exports the factories for other components' tests and adds a fixture to the component's own. */
export async function wireFactories(
  tree: Tree,
  writer: FilesWriter,
  { component, entities, tenancy }: Wiring,
): Promise<void> {
  const { index, fixtures } = filesOf(component);
  const { bind, classes, type } = namesOf(component);
  const all = `./factories/generated/${component}-factories.ts`;
  const exports: [string, string][] = [
    [`${bind}, ${classes}, type ${type}`, all],
    ...entities.map((name): [string, string] => [
      `${name}Factory`,
      `./factories/${nameForms(name).fileName}-factory.ts`,
    ]),
    ...(tenancy && tenancy.package === undefined
      ? [['tenancy', './factories/tenancy.ts'] as [string, string]]
      : []),
  ];
  const text = tree.read(index, 'utf-8') ?? '';
  writer.change(
    index,
    'exports',
    exports.reduce((result, [names, from]) => withExport(result, names, from), text),
  );
  const fixture = {
    name: 'factories',
    documentation: `Creates the database rows that the tests of ${component} need.`,
    make: `({ em, faker }) => ${bind}({ em, faker })`,
    imports: [{ name: bind, from: all }],
  };
  writer.change(fixtures, 'fixture', await insertFixture(tree, fixture, fixtures));
}
