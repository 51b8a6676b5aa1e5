import { createHash } from 'node:crypto';
import type { ContractSources } from '../../contract-model/index.ts';

/** The sources that the model of a component depends on. */
export interface SourcesOfComponent {
  /** The component and those whose contracts it imports, directly or not. */
  readonly components: ReadonlySet<string>;
  /** Changes with the sources of all of them. */
  readonly key: string;
}

/** Returns the sources of each component, by name. */
export function sourcesByComponent(
  sources: ContractSources,
  version: string,
): Map<string, SourcesOfComponent> {
  const texts = textsByComponent(sources);
  const imports = importsByComponent(sources, texts);
  const apps = JSON.stringify(sources.appPackages);
  return new Map(
    sources.components.map(({ name }) => {
      const components = closureOf(name, imports);
      const parts = [...components].toSorted().map((each) => texts.get(each) ?? '');
      const key = createHash('sha256').update([version, apps, name, ...parts].join('\0'));
      return [name, { components, key: key.digest('hex') }];
    }),
  );
}

function textsByComponent({ components, files }: ContractSources): Map<string, string> {
  const byRoot = Map.groupBy(files, ([path]) => path.split('/', 3).join('/'));
  return new Map(components.map(({ name, root }) => [name, (byRoot.get(root) ?? []).flat().join('\0')]));
}

function importsByComponent(
  { components }: ContractSources,
  texts: ReadonlyMap<string, string>,
): Map<string, string[]> {
  const nameOf = new Map(components.map(({ package: packageName, name }) => [packageName, name]));
  return new Map(
    [...texts].map(([name, text]) => {
      const specifiers = [...text.matchAll(/from\s*['"]([^'"]+)['"]/g)].map(([, from = '']) => from);
      return [name, specifiers.flatMap((from) => nameOf.get(from) ?? [])];
    }),
  );
}

function closureOf(name: string, imports: ReadonlyMap<string, readonly string[]>): Set<string> {
  const closure = new Set([name]);
  for (const each of closure) for (const imported of imports.get(each) ?? []) closure.add(imported);
  return closure;
}
