import type { Member } from '../model.ts';
import type { Outcome } from './outcome.ts';

type Access = 'read' | 'list' | 'change';

const words: Readonly<Record<Access, string>> = {
  read: 'another tenant cannot read it: to them it does not exist',
  list: 'another tenant does not see it in what is listed',
  change: 'another tenant cannot change it: to them it does not exist, and it stays as it was',
};

/** What `@tenantScoped` promises of a member, by what its name says that it does. */
export function tenantOutcomes({ name, kind }: Pick<Member, 'name' | 'kind'>): Outcome[] {
  if (kind === 'constructor' || kind === 'property') return [];
  const access = accessOf(name);
  return [{ kind: 'tenant', category: 'tenancy', suffix: `tenant:${access}`, text: words[access] }];
}

function accessOf(name: string): Access {
  if (/^(?:list|search|query|all|count|findAll|findMany|getAll|entries|keys|stream|page)/i.test(name))
    return 'list';
  return /^(?:get|find|read|load|has|is|exists|fetch|describe|show|statistics|stats)/i.test(name)
    ? 'read'
    : 'change';
}
