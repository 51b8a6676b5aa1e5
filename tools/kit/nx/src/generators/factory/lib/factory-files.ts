import { nameForms } from '../../lib/name-forms.ts';

/** The paths of a component's factories. */
export interface FactoryFiles {
  readonly library: string;
  readonly folder: string;
  /** Folder of generated files, which the next run overwrites. */
  readonly generated: string;
  /** The module that binds all factories for tests. */
  readonly all: string;
  readonly tenancy: string;
  readonly index: string;
  readonly fixtures: string;
  readonly proof: string;
  readonly baseOf: (entity: string) => string;
  readonly ownOf: (entity: string) => string;
}

export function filesOf(component: string): FactoryFiles {
  const library = `libs/${component}/test`;
  const folder = `${library}/src/factories`;
  const generated = `${folder}/generated`;
  return {
    library,
    folder,
    generated,
    all: `${generated}/${component}-factories.ts`,
    tenancy: `${folder}/tenancy.ts`,
    index: `${library}/src/index.ts`,
    fixtures: `${library}/src/fixtures.ts`,
    proof: `${library}/src/integration/factories.spec.ts`,
    baseOf: (entity) => `${generated}/${nameForms(entity).fileName}-base.ts`,
    ownOf: (entity) => `${folder}/${nameForms(entity).fileName}-factory.ts`,
  };
}
