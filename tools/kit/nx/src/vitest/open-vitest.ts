import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ViteUserConfig } from 'vitest/config';
import type { CliOptions, Reporter, TestSpecification, Vitest } from 'vitest/node';

/** Opens Vitest with the workspace's configuration and additions to it, without running tests. */
export async function openVitest(
  root: string,
  options: CliOptions,
  reporter: Reporter,
  additions: ViteUserConfig = {},
): Promise<Vitest> {
  const config = join(root, 'vitest.config.ts');
  if (!existsSync(config)) {
    throw new Error(
      `${config} does not exist. Expected a Vitest configuration with a project per level. Create it with: ` +
        `export default vouchConfig(import.meta.dirname), with vouchConfig from @vouch/nx/vitest`,
    );
  }
  const { createVitest } = await import('vitest/node');
  const settings = { ...options, root, config, watch: false, reporters: [reporter] };
  const vitest = await createVitest(settings, additions);
  await vitest.standalone();
  if (options.testTimeout !== undefined) clearTagTimeouts(vitest);
  return vitest;
}

/** Finds the Vitest project of a test file. */
export function specificationOf(vitest: Vitest, file: string): TestSpecification | undefined {
  return vitest.projects.find((project) => project.matchesTestGlob(file))?.createSpecification(file);
}

/** A time limit on the command line applies to slow tests too; 0 removes all limits. */
function clearTagTimeouts(vitest: Vitest): void {
  for (const { config } of vitest.projects)
    config.tags = config.tags.map(({ timeout: _timeout, ...tag }) => tag);
}
