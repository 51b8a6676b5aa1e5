import { isIgnoredVariable } from '../ignored-variables.ts';

type Environment = Readonly<NodeJS.ProcessEnv>;

/**
 * How the environment that a program gets differs from that of the process that starts it, and whether it was made of that. Variables
 * of tools and places do not tell: tests take those of their own run away, and hand a path on.
 */
export function changedVariables(
  own: Environment,
  given: Environment,
  isOwn: (name: string) => boolean,
): { readonly changed: string[]; readonly inherits: boolean } {
  const compared = Object.keys(own).filter((name) => !isIgnoredVariable(name));
  const names = compared.length > 0 ? compared : Object.keys(own);
  const handedOn = names.filter((name) => own[name] === given[name]);
  const changed = Object.keys({ ...own, ...given }).filter(
    (name) => own[name] !== given[name] || isOwn(name),
  );
  return { changed, inherits: handedOn.length * 2 >= names.length };
}
