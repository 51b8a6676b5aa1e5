export const kitSources: readonly string[] = ['tools/kit', 'tools/proof'];

export function isKitSource(path: string): boolean {
  return kitSources.some((source) => path.startsWith(`${source}/`));
}
