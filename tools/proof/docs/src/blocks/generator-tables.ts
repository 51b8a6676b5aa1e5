import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { markdownTable } from './markdown-table.ts';

const plugin = 'tools/kit/nx';

interface Generators {
  readonly generators: Readonly<Record<string, { readonly schema: string; readonly description: string }>>;
}

interface Option {
  readonly description: string;
  readonly type?: string;
  readonly default?: string | number | boolean;
  readonly enum?: readonly string[];
  readonly oneOf?: readonly { readonly type: string }[];
  readonly $default?: { readonly $source: string };
}

interface Schema {
  readonly properties: Readonly<Record<string, Option>>;
}

/** One row per generator, from `generators.json`. */
export function generatorTable(root: string): string {
  const rows = Object.entries(generatorsOf(root)).map(([name, { description }]) => [
    `\`nx g ${[name, ...positionalsOf(root, name)].join(' ')}\``,
    description,
  ]);
  return markdownTable(['command', 'purpose'], rows);
}

/** The options of one generator, from its `schema.json`. */
export function optionTable(root: string, generator: string): string {
  const options = Object.entries(schemaOf(root, generator).properties);
  const rows = options.map(([name, option]) => [nameCell(name, option), descriptionCell(option)]);
  return markdownTable(['option', 'meaning'], rows);
}

function positionalsOf(root: string, generator: string): string[] {
  const options = Object.entries(schemaOf(root, generator).properties);
  return options.filter(([, option]) => isPositional(option)).map(([name]) => `<${name}>`);
}

function nameCell(name: string, option: Option): string {
  if (isPositional(option)) return `\`<${name}>\``;
  const types = [option.type, ...(option.oneOf ?? []).map(({ type }) => type)];
  const value = option.enum?.join('\\|') ?? types.find((type) => type === 'string' || type === 'number');
  return value === undefined ? `\`--${name}\`` : `\`--${name}=<${value}>\``;
}

function descriptionCell({ description, default: preset }: Option): string {
  return preset === undefined || preset === false
    ? description
    : `${description} Default: \`${String(preset)}\`.`;
}

function isPositional(option: Option): boolean {
  return option.$default?.$source === 'argv';
}

function schemaOf(root: string, generator: string): Schema {
  const generators = generatorsOf(root);
  const entry = generators[generator];
  if (entry === undefined) {
    throw new Error(
      `There is no generator ${JSON.stringify(generator)}. Expected one of: ${Object.keys(generators).join(', ')}.`,
    );
  }
  return readJson<Schema>(join(root, plugin, entry.schema));
}

function generatorsOf(root: string): Generators['generators'] {
  return readJson<Generators>(join(root, plugin, 'generators.json')).generators;
}

function readJson<Content>(path: string): Content {
  return JSON.parse(readFileSync(path, 'utf8')) as Content;
}
