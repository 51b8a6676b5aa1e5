import type { RawMember } from '../structure/raw-member.ts';
import { type Access, accessOf } from './access.ts';
import type { Outcome } from './outcome.ts';

const words: Readonly<Record<Access, string>> = {
  create: 'a resource of one tenant does not exist for another tenant',
  read: 'another tenant cannot read it: the call finds nothing',
  list: 'another tenant does not see it in the list',
  change: 'another tenant cannot change it: the call finds nothing, and the resource stays unchanged',
};

/** Earlier wordings, which revisions are computed from. */
const revisionWords: Readonly<Record<Access, string>> = {
  create: 'what one tenant makes is not there for another',
  read: 'another tenant cannot read it: to them it does not exist',
  list: 'another tenant does not see it in what is listed',
  change: 'another tenant cannot change it: to them it does not exist, and it stays as it was',
};

/** Returns the promises that `@tenantScoped` adds to a member. */
export function tenantOutcomes({ name, kind, signatures }: RawMember): Outcome[] {
  if (kind === 'constructor' || kind === 'property') return [];
  const access = accessOf(name, signatures[0]?.signature.parameters ?? []);
  return [
    {
      kind: 'tenant',
      category: 'tenancy',
      suffix: `tenant:${access}`,
      text: words[access],
      revisionText: revisionWords[access],
    },
  ];
}
