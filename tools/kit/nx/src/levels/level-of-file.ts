import type { Level } from './level.ts';

/** Returns the level of a test file by its path: `x.<level>.spec.ts`, else the folder `src/<level>/`, else unit. */
export function levelOf(file: string, levels: readonly Level[]): string {
  const names = new Set(levels.map(({ name }) => name));
  const suffix = /\.([\w-]+)\.(?:spec|test)\.\w+$/.exec(file)?.[1];
  if (suffix !== undefined && names.has(suffix)) return suffix;
  const folder = /(?:^|\/)src\/([\w-]+)\//.exec(file)?.[1];
  return folder !== undefined && names.has(folder) ? folder : 'unit';
}

export function isTestFile(file: string): boolean {
  return file.endsWith('.spec.ts');
}

/**
 * True if Vitest would run a file by default, but no level does: `x.test.ts`, `x.spec.js`. Such a file fails its
 * level.
 */
export function isMisnamedTestFile(file: string): boolean {
  return /\.(?:spec|test)\.[cm]?[jt]sx?$/.test(file) && !isTestFile(file);
}

/** Returns glob patterns of a level's files, and of matching files that belong to other levels. */
export function globsOf(level: string, levels: readonly Level[]): { include: string[]; exclude: string[] } {
  const others = levels.map(({ name }) => name).filter((name) => name !== level);
  const suffixesOfOthers = others.map((name) => `**/*.${name}.spec.ts`);
  if (level !== 'unit') return { include: ownGlobs(level), exclude: suffixesOfOthers };
  return { include: ['**/*.spec.ts'], exclude: others.flatMap(ownGlobs) };
}

function ownGlobs(level: string): string[] {
  return [`**/src/${level}/**/*.spec.ts`, `**/*.${level}.spec.ts`];
}
