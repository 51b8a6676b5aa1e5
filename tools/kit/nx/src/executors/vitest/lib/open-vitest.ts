import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CliOptions, Reporter, TestSpecification, Vitest } from 'vitest/node';

/** A Vitest that has read the workspace's configuration and runs nothing yet. */
export async function openVitest(root: string, options: CliOptions, reporter: Reporter): Promise<Vitest> {
  const config = join(root, 'vitest.config.ts');
  if (!existsSync(config)) {
    throw new Error(
      `${config} does not exist. Expected a Vitest configuration that has a project per level: ` +
        `export default vouchConfig(import.meta.dirname), with vouchConfig from @vouch/nx/vitest`,
    );
  }
  const { createVitest } = await import('vitest/node');
  const vitest = await createVitest({ ...options, root, config, watch: false, reporters: [reporter] });
  await vitest.standalone();
  if (options.testTimeout !== undefined) forgetTagTimeouts(vitest);
  return vitest;
}

/** Where the workspace's configuration puts a test file. */
export function specificationOf(vitest: Vitest, file: string): TestSpecification | undefined {
  return vitest.projects.find((project) => project.matchesTestGlob(file))?.createSpecification(file);
}

/** A time limit from the command line holds for slow tests too; 0 switches all limits off. */
function forgetTagTimeouts(vitest: Vitest): void {
  for (const { config } of vitest.projects)
    config.tags = config.tags.map(({ timeout: _timeout, ...tag }) => tag);
}
