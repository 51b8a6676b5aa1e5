import type { Usage, Use } from '@vouch/testing/usage';
import { HashedInputs } from './hashed-inputs.ts';
import type { WorkspaceFiles } from './workspace-files.ts';

/** An input that a task used and its cache key lacks. */
export interface UndeclaredInput {
  readonly kind: 'file' | 'ignored file' | 'variable' | 'package' | 'server';
  readonly name: string;
  /** The line of code that used it. */
  readonly by?: string;
}

/** Packages that may be loaded if installed; they only decide on colours. */
const coloursOutput = new Set(['supports-color', 'has-flag']);

/** Compares the inputs that a task's test files used with the inputs of its cache key. */
export function undeclaredInputs(
  hashedInputs: Readonly<Record<string, string>>,
  usages: readonly Usage[],
  workspace: WorkspaceFiles,
): UndeclaredInput[] {
  const hashed = new HashedInputs(hashedInputs);
  const variables = firstUses(usages.map((usage) => usage.variables));
  const packages = new Set(usages.flatMap((usage) => usage.packages));
  return [
    ...undeclaredFiles(firstUses(usages.map((usage) => usage.files)), hashed, workspace),
    ...[...variables]
      .filter(([name]) => !hashed.hasVariable(name))
      .map(([name, { by }]) => ({ kind: 'variable', name, by }) as const),
    ...[...packages]
      .filter((name) => !coloursOutput.has(name) && !hashed.hasPackage(name))
      .map((name) => ({ kind: 'package', name }) as const),
  ];
}

function undeclaredFiles(
  uses: ReadonlyMap<string, Use>,
  hashed: HashedInputs,
  workspace: WorkspaceFiles,
): UndeclaredInput[] {
  const paths = new Map([...uses.keys()].map((name) => [name, probeOf(name)]));
  const leftOut = new Set(hashed.filesLeftOut([...paths.values()], (file) => workspace.ownerOf(file)));
  return [...uses].flatMap(([name, { how, by }]): UndeclaredInput[] => {
    const path = paths.get(name) ?? name;
    if (workspace.isIgnored(path))
      return how === 'looked for' && !workspace.exists(path) ? [] : [{ kind: 'ignored file', name, by }];
    return leftOut.has(path) ? [{ kind: 'file', name, by }] : [];
  });
}

/** A key depends on the names in a folder if it would contain a new file there. */
function probeOf(name: string): string {
  return name.replace(/^\.\//, '').replace(/(^|\/)(?:\*\*)?$/, '$1any-file');
}

function firstUses(records: readonly Readonly<Record<string, Use>>[]): Map<string, Use> {
  const uses = new Map<string, Use>();
  for (const record of records)
    for (const [name, use] of Object.entries(record)) if (!uses.has(name)) uses.set(name, use);
  return uses;
}
