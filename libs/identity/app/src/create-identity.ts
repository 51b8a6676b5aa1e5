import type {
  Access,
  Accounts,
  Invitations,
  Mailer,
  Members,
  Organizations,
  Sessions,
} from '@acme/identity-contract';
import type { Clock, Tenants } from '@acme/platform-contract';
import type { EntityManager } from '@mikro-orm/postgresql';
import { AccessService } from './services/access-service.ts';
import { AccountsService } from './services/accounts-service.ts';
import { InvitationsService } from './services/invitations-service.ts';
import { MembersService } from './services/members-service.ts';
import { OrganizationsService } from './services/organizations-service.ts';
import { SessionsService } from './services/sessions-service.ts';

export interface Identity {
  readonly organizations: Organizations;
  readonly members: Members;
  readonly invitations: Invitations;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly access: Access;
}

export interface IdentityDependencies {
  readonly tenants: Tenants<EntityManager>;
  readonly mailer: Mailer;
  readonly now?: Clock;
}

/** Creates the component from its dependencies. */
export function createIdentity({ tenants, mailer, now = () => new Date() }: IdentityDependencies): Identity {
  return {
    organizations: new OrganizationsService(tenants),
    members: new MembersService(tenants),
    invitations: new InvitationsService(tenants, mailer, now),
    accounts: new AccountsService(tenants, mailer, now),
    sessions: new SessionsService(tenants, now),
    access: new AccessService(tenants, now),
  };
}
