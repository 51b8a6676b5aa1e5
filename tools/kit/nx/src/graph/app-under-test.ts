/**
 * The app that end-to-end tests drive. They start it as a process and import nothing of it, so that only their folder's
 * name says that they depend on it: `apps/api-e2e` on `apps/api`.
 */
export function appUnderTest(root: string, roots: readonly string[]): string | undefined {
  const app = /^(apps\/[^/]+)-e2e$/.exec(root)?.[1];
  return roots.find((candidate) => candidate === app);
}
