import { checkWorkspaceSchema } from '@vouch/testing/schema';

export async function checkSchema(root: string): Promise<string[]> {
  const components = await checkWorkspaceSchema(root);
  return components
    .filter(({ problems }) => problems.length > 0)
    .map(({ name, problems }) => `${name}\n\n${problems.join('\n\n')}\n`);
}
