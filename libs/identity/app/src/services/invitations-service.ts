import {
  type AcceptedInvitation,
  AlreadyMemberError,
  InvalidCodeError,
  type Invitation,
  InvitationNotFoundError,
  type Invitations,
  type Mailer,
  type NewInvitation,
  type OwnOrganization,
} from '@acme/identity-contract';
import type { Actor, Clock, Session, Tenants } from '@acme/platform-contract';
import type { EntityManager } from '@mikro-orm/postgresql';
import { InvitationEntity } from '../entities/invitation.ts';
import { MembershipEntity } from '../entities/membership.ts';
import { OrganizationEntity, toOrganization } from '../entities/organization.ts';
import { UserEntity } from '../entities/user.ts';
import { hashSecret, newSecret } from '../security/secret.ts';
import { requireRoleToManage } from './members-service.ts';

const lifetime = 7 * 24 * 60 * 60 * 1000;

export class InvitationsService implements Invitations {
  readonly #tenants: Tenants<EntityManager>;
  readonly #mailer: Mailer;
  readonly #now: Clock;

  constructor(tenants: Tenants<EntityManager>, mailer: Mailer, now: Clock) {
    this.#tenants = tenants;
    this.#mailer = mailer;
    this.#now = now;
  }

  async invite(actor: Actor, { email, role }: NewInvitation): Promise<Invitation> {
    requireRoleToManage(actor, role);
    const to = email.toLowerCase();
    const secret = newSecret();
    return this.#tenants.write(actor, async (em) => {
      if (await em.count(MembershipEntity, { user: { email: to } })) throw new AlreadyMemberError(to);
      const made = await em.upsert(
        InvitationEntity,
        {
          organization: em.getReference(OrganizationEntity, actor.organizationId),
          email: to,
          role,
          codeHash: hashSecret(secret),
          expiresAt: new Date(this.#now().getTime() + lifetime),
          createdAt: this.#now(),
        },
        { onConflictFields: ['organization', 'email'], onConflictExcludeFields: ['id'] },
      );
      // In the same transaction: when mailing fails, no invitation is stored.
      await this.#mailer.send({ to, kind: 'invitation', code: `${actor.organizationId}.${secret}` });
      return toInvitation(made);
    });
  }

  async list(actor: Actor): Promise<Invitation[]> {
    return this.#tenants.read<Invitation>(actor, openInvitations, [this.#now()]);
  }

  async revoke(actor: Actor, invitationId: string): Promise<void> {
    const revoked = await this.#tenants.write(actor, (em) =>
      em.nativeDelete(InvitationEntity, { id: invitationId }),
    );
    if (revoked === 0) throw new InvitationNotFoundError();
  }

  async accept({ userId }: Session, { code }: AcceptedInvitation): Promise<OwnOrganization> {
    const [organizationId = '', secret = ''] = code.split('.');
    return this.#tenants.write({ organizationId, userId }, async (em) => {
      const user = await em.findOneOrFail(UserEntity, userId);
      const invitation = await em.findOne(
        InvitationEntity,
        { codeHash: hashSecret(secret), email: user.email, expiresAt: { $gt: this.#now() } },
        { populate: ['organization'] },
      );
      if (!invitation || !(await em.nativeDelete(InvitationEntity, invitation.id)))
        throw new InvalidCodeError();
      const { organization, role } = invitation;
      if (await em.count(MembershipEntity, { organization, user })) throw new AlreadyMemberError(user.email);
      em.create(MembershipEntity, { organization, user, role });
      return { ...toOrganization(organization), role };
    });
  }
}

const openInvitations = `
  select id, email, role, expires_at as "expiresAt" from invitations
  where organization_id = app_organization_id() and expires_at > $1 order by email`;

function toInvitation({ id, email, role, expiresAt }: InvitationEntity): Invitation {
  return { id, email, role, expiresAt: expiresAt.toISOString() };
}
