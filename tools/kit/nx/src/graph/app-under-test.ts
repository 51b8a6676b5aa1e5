/**
 * Returns the app that end-to-end tests drive. They start it as a process without importing it, so only the folder
 * name shows the dependency: `apps/api-e2e` on `apps/api`.
 */
export function appUnderTest(root: string, roots: readonly string[]): string | undefined {
  const app = /^(apps\/[^/]+)-e2e$/.exec(root)?.[1];
  return roots.find((candidate) => candidate === app);
}
