import type { TargetConfiguration } from '@nx/devkit';
import { isIgnoredVariable } from '@vouch/testing/usage';

/**
 * Expands variable patterns. Nx reads `{ "env": "PG*" }` as the name of one variable; here it means every variable
 * that begins with `PG`, because libraries read dozens. Returns the values in the form of Nx's hash details.
 */
export function variableFamilies(
  inputs: TargetConfiguration['inputs'] = [],
  env: NodeJS.ProcessEnv = process.env,
): Record<string, string> {
  const names = Object.keys(env)
    .filter((name) => !isIgnoredVariable(name))
    .toSorted();
  const families = inputs.flatMap((input) => (isFamily(input) ? [input.env] : []));
  return Object.fromEntries(
    families.map((family) => {
      const members = names.filter((name) => name.startsWith(family.slice(0, -1)));
      return [`env:${family}`, JSON.stringify(members.map((name) => [name, env[name]]))];
    }),
  );
}

function isFamily(input: object | string): input is { env: string } {
  return (
    typeof input === 'object' && 'env' in input && typeof input.env === 'string' && input.env.endsWith('*')
  );
}
