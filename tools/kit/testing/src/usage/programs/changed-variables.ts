import { isIgnoredVariable } from '../ignored-variables.ts';

type Environment = Readonly<NodeJS.ProcessEnv>;

/**
 * Compares a program's environment with that of the process that starts it, and decides whether it was derived from
 * it. Variables of tools and places are left out: tests remove those of their own run and pass on a path.
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
