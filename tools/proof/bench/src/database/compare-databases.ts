import { acquireServer } from '@vouch/testing/servers';
import { compareIsolations } from './compare-isolations.ts';
import { timeManyTests } from './time-many-tests.ts';
import { buildTemplate } from './workload-template.ts';

/** Measures the cost of isolation per test, and a whole run of integration tests against pytest. */
export async function run(options: { readonly runs?: string | undefined }): Promise<void> {
  const runs = Number(options.runs ?? 3);
  await using server = await acquireServer();
  console.log(`PostgreSQL ${server.version}, ${server.source}\n`);
  const template = await buildTemplate(server);
  await compareIsolations(template, runs * 10);
  await timeManyTests(template, runs);
}
