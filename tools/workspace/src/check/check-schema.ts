import { checkWorkspaceSchema } from '@vouch/testing/schema';
import { workspaceRoot } from '../workspace-root.ts';

const wrong = (await checkWorkspaceSchema(workspaceRoot)).filter(({ problems }) => problems.length > 0);
for (const { name, problems } of wrong) console.error(`${name}\n\n${problems.join('\n\n')}\n`);
process.exitCode = wrong.length > 0 ? 1 : 0;
