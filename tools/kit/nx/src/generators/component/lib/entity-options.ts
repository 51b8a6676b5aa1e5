import type { Tree } from '@nx/devkit';
import { checkName } from '../../lib/check-name.ts';
import { pluralOf, singularOf } from '../../lib/plural.ts';
import { sourcesIn } from '../../../contract-model/index.ts';
import { type NameForms, nameForms } from '../../lib/name-forms.ts';
import { packageNameOf, versionOf } from '../../lib/workspace-packages.ts';

/** An entity that belongs to an organization. */
export interface EntityOptions {
  readonly one: Forms;
  readonly many: Forms;
  readonly table: string;
  /** The packages of the platform, and the test package of the component that defines organizations. */
  readonly uses: UsedPackages;
  readonly versions: Readonly<Record<string, string>>;
}

interface UsedPackages {
  readonly platformContract: string;
  readonly platform: string;
  readonly identityTest: string;
}

interface Forms extends NameForms {
  /** As in a sentence. */
  readonly words: string;
}

const packages = ['@mikro-orm/core', '@mikro-orm/migrations', '@mikro-orm/postgresql', 'typebox'];
const ofRoutes = ['@fastify/type-provider-typebox'];

export function entityOptions(
  tree: Tree,
  component: string,
  given: string | true,
  route: boolean,
): EntityOptions {
  const uses = requirePackages(tree);
  const name = given === true ? defaultName(component) : checkName(fileNameOf(given), 'entity', command);
  const [one, many] = [formsOf(name), formsOf(pluralOf(name))];
  checkName(many.fileName, 'entity', command);
  const table = many.fileName.replaceAll('-', '_');
  requireFreeTable(tree, component, { one, table });
  const needed = [...packages, ...(route ? ofRoutes : [])];
  return {
    one,
    many,
    table,
    uses,
    versions: Object.fromEntries(needed.map((each) => [each, versionOf(tree, each)])),
  };
}

const command = 'nx g component billing --entity=Invoice';

/** Accepts `Invoice` and `invoice`. Other spellings stay unchanged, so that the check rejects them. */
function fileNameOf(given: string): string {
  return /^[A-Z][A-Za-z0-9]*$/.test(given) ? nameForms(given).fileName : given;
}

function defaultName(component: string): string {
  return singularOf(component) ?? `${component}-entry`;
}

function formsOf(name: string): Forms {
  return { ...nameForms(name), words: name.replaceAll('-', ' ') };
}

function requirePackages(tree: Tree): UsedPackages {
  const folders = ['libs/platform/contract', 'libs/platform/app', 'libs/identity/test'];
  const missing = folders.find((folder) => !tree.isFile(`${folder}/package.json`));
  if (missing !== undefined) {
    throw new Error(
      `An entity belongs to an organization, but ${missing} is missing. Nothing was written. ` +
        'Restore libs/platform and libs/identity, or create the component without an entity: nx g component billing',
    );
  }
  const [platformContract = '', platform = '', identityTest = ''] = folders.map((folder) =>
    packageNameOf(tree, folder),
  );
  return { platformContract, platform, identityTest };
}

function requireFreeTable(
  tree: Tree,
  component: string,
  { one, table }: Pick<EntityOptions, 'one' | 'table'>,
): void {
  const taken = tree
    .children('libs')
    .flatMap((each) => sourcesIn(tree, `libs/${each}/app/src/migrations`))
    .find((path) => new RegExp(`create table ${table}\\b`, 'i').test(tree.read(path, 'utf-8') ?? ''));
  if (taken === undefined) return;
  throw new Error(
    `The table "${table}" exists: see ${taken}. Expected an entity with a new table. Nothing was written. ` +
      `Run: nx g component ${component} --entity=${nameForms(component).className}${one.className}`,
  );
}
