import type {
  Access,
  Accounts,
  Invitations,
  Mailer,
  Members,
  Organizations,
  Sessions,
  Tenants,
} from '@acme/identity-contract';
import type { EntityManager } from '@mikro-orm/postgresql';
import { AccessService } from './services/access-service.ts';
import { AccountsService } from './services/accounts-service.ts';
import type { Clock } from './services/clock.ts';
import { InvitationsService } from './services/invitations-service.ts';
import { MembersService } from './services/members-service.ts';
import { OrganizationsService } from './services/organizations-service.ts';
import { SessionsService } from './services/sessions-service.ts';
import { TenantTransactions } from './services/tenant-transactions.ts';

export interface Identity {
  readonly tenants: Tenants<EntityManager>;
  readonly organizations: Organizations;
  readonly members: Members;
  readonly invitations: Invitations;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly access: Access;
}

export interface IdentityParts {
  readonly em: EntityManager;
  readonly mailer: Mailer;
  readonly now?: Clock;
}

/** The component, made of what it needs from outside. */
export function createIdentity({ em, mailer, now = () => new Date() }: IdentityParts): Identity {
  const tenants = new TenantTransactions(em);
  return {
    tenants,
    organizations: new OrganizationsService(tenants),
    members: new MembersService(tenants),
    invitations: new InvitationsService(tenants, mailer, now),
    accounts: new AccountsService(tenants, mailer, now),
    sessions: new SessionsService(em, tenants, now),
    access: new AccessService(em, now),
  };
}
