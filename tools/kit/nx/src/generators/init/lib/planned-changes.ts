import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readJson, type Tree } from '@nx/devkit';
import { contractTags } from '../../../contract-model/docs/tags.ts';
import { formatText } from '../../lib/format-text.ts';

export interface Change {
  readonly path: string;
  readonly summary: string;
  readonly content: string;
}

export interface Plan {
  readonly changes: readonly Change[];
  /** Changes that only a person can make, because a file of theirs is in the way. */
  readonly manualChanges: readonly string[];
}

const configurations = ['ts', 'mts', 'js', 'mjs', 'cts', 'cjs'].map((ending) => `vitest.config.${ending}`);

const configuration = `import { vouchConfig } from '@vouch/nx/vitest';

export default vouchConfig(import.meta.dirname);
`;

/** Plans the files and settings that the workspace lacks. */
export async function plannedChanges(tree: Tree): Promise<Plan> {
  const present = configurations.find((path) => tree.isFile(path));
  const isConfigured = present !== undefined && (tree.read(present, 'utf-8') ?? '').includes('vouchConfig');
  const changes = [
    await registration(tree),
    await dependencies(tree),
    ignoredResults(tree),
    ...(present === undefined
      ? [{ path: 'vitest.config.ts', summary: 'a Vitest project for each level', content: configuration }]
      : []),
    ...(tree.isFile('tsdoc.json')
      ? []
      : [
          {
            path: 'tsdoc.json',
            summary: 'the tags of promises, for TSDoc',
            content: await tsdocSettings(tree),
          },
        ]),
  ];
  const manualChanges =
    present === undefined || isConfigured
      ? []
      : [
          `${present} is yours and stays as it is. Expected it to export the projects of the levels: ` +
            "export default vouchConfig(import.meta.dirname), with vouchConfig from '@vouch/nx/vitest'.",
        ];
  return { changes: changes.filter((change) => change !== undefined), manualChanges };
}

/** Editors and linters read the tags of contracts there. */
function tsdocSettings(tree: Tree): Promise<string> {
  const $schema = 'https://developer.microsoft.com/json-schemas/tsdoc/v0/tsdoc.schema.json';
  return formatText(tree, 'tsdoc.json', JSON.stringify({ $schema, tagDefinitions: contractTags }));
}

interface NxSettings {
  readonly plugins?: readonly (string | { readonly plugin: string })[];
  readonly namedInputs?: Readonly<Record<string, readonly unknown[]>>;
}

/** The plugin, and the two named inputs that its targets refer to. */
async function registration(tree: Tree): Promise<Change | undefined> {
  const settings = readJson<NxSettings>(tree, 'nx.json');
  const { plugins = [], namedInputs = {} } = settings;
  const isRegistered = plugins.some(
    (each) => (typeof each === 'string' ? each : each.plugin) === '@vouch/nx',
  );
  if (isRegistered && namedInputs['default'] && namedInputs['production']) return undefined;
  const inputs = {
    ...{ default: ['{projectRoot}/**/*'], production: ['default', '!{projectRoot}/**/*.spec.ts'] },
    ...namedInputs,
  };
  const changed = {
    ...settings,
    plugins: isRegistered ? plugins : [...plugins, '@vouch/nx'],
    namedInputs: inputs,
  };
  const content = await formatText(tree, 'nx.json', JSON.stringify(changed));
  return { path: 'nx.json', summary: 'registers @vouch/nx', content };
}

/** The versions of @vouch/testing and Vitest that belong to this version of @vouch/nx. */
function versionsOfKit(): Record<string, string> {
  const file = fileURLToPath(import.meta.resolve('@vouch/nx/package.json'));
  const { dependencies } = JSON.parse(readFileSync(file, 'utf8')) as { dependencies: Record<string, string> };
  const { '@vouch/testing': testing = '', vitest = '' } = dependencies;
  return { '@vouch/testing': testing, vitest };
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

async function dependencies(tree: Tree): Promise<Change | undefined> {
  const manifest = readJson<Manifest>(tree, 'package.json');
  const wanted = versionsOfKit();
  const present = { ...manifest.dependencies, ...manifest.devDependencies };
  const missing = Object.entries(wanted).filter(([name]) => !(name in present));
  if (missing.length === 0) return undefined;
  const all = Object.entries({ ...manifest.devDependencies, ...Object.fromEntries(missing) });
  const sorted = Object.fromEntries(all.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const content = `${JSON.stringify({ ...manifest, devDependencies: sorted }, null, 2)}\n`;
  const summary = `depends on ${missing.map(([name, version]) => `${name} ${version}`).join(' and ')}`;
  return { path: 'package.json', summary, content };
}

function ignoredResults(tree: Tree): Change | undefined {
  const before = tree.read('.gitignore', 'utf-8') ?? '';
  if (/^\/?\.vouch\/?$/m.test(before)) return undefined;
  const ending = before === '' || before.endsWith('\n') ? '' : '\n';
  return { path: '.gitignore', summary: 'ignores results of runs', content: `${before}${ending}.vouch/\n` };
}
