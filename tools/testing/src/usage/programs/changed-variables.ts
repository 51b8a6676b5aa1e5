type Environment = Readonly<NodeJS.ProcessEnv>;

/** How the environment that a program gets differs from that of whoever starts it. */
export function changedVariables(
  own: Environment,
  given: Environment,
  isOwn: (name: string) => boolean,
): { readonly changed: string[]; readonly inherits: boolean } {
  const names = Object.keys(own);
  const handedOn = names.filter((name) => own[name] === given[name]);
  const changed = Object.keys({ ...own, ...given }).filter(
    (name) => own[name] !== given[name] || isOwn(name),
  );
  return { changed, inherits: handedOn.length * 2 >= names.length };
}
