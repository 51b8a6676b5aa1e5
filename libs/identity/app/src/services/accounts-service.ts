import {
  type Accounts,
  type ChosenPassword,
  InvalidCodeError,
  InvalidCredentialsError,
  type Mailer,
  type PasswordChange,
  type Registration,
  type User,
} from '@acme/identity-contract';
import type { Clock, Session, Tenants } from '@acme/platform-contract';
import type { EntityManager } from '@mikro-orm/postgresql';
import { MailedCodeEntity } from '../entities/mailed-code.ts';
import { SessionEntity } from '../entities/session.ts';
import { toUser, UserEntity } from '../entities/user.ts';
import { hashPassword, verifyPassword } from '../security/password.ts';
import { hashSecret, newSecret } from '../security/secret.ts';

const day = 24 * 60 * 60 * 1000;

export class AccountsService implements Accounts {
  readonly #tenants: Tenants<EntityManager>;
  readonly #mailer: Mailer;
  readonly #now: Clock;

  constructor(tenants: Tenants<EntityManager>, mailer: Mailer, now: Clock) {
    this.#tenants = tenants;
    this.#mailer = mailer;
    this.#now = now;
  }

  async register({ email, name }: Registration): Promise<void> {
    const to = email.toLowerCase();
    await this.#tenants.write({}, async (em) => {
      const user = await em.upsert(
        UserEntity,
        { email: to, name, createdAt: this.#now() },
        { onConflictAction: 'ignore', onConflictFields: ['email'] },
      );
      if (user.passwordHash) await this.#mailer.send({ to, kind: 'account-exists' });
      else await this.#mailCode(em, user);
    });
  }

  async requestNewPassword(email: string): Promise<void> {
    const to = email.toLowerCase();
    await this.#tenants.write({}, async (em) => {
      const user = await em.findOne(UserEntity, { email: to });
      if (user) await this.#mailCode(em, user);
    });
  }

  async choosePassword({ code, password }: ChosenPassword): Promise<User> {
    const passwordHash = await hashPassword(password);
    return this.#tenants.write({}, async (em, sql) => {
      const [used] = await sql<{ userId: string }>(useCode, [hashSecret(code), this.#now()]);
      if (!used) throw new InvalidCodeError();
      const user = await em.findOneOrFail(UserEntity, used.userId);
      user.passwordHash = passwordHash;
      await em.nativeDelete(MailedCodeEntity, { user });
      await em.nativeDelete(SessionEntity, { user });
      return toUser(user);
    });
  }

  async changePassword(session: Session, { currentPassword, newPassword }: PasswordChange): Promise<void> {
    const { passwordHash } = await this.#tenants.write({}, (em) =>
      em.findOneOrFail(UserEntity, session.userId),
    );
    if (!passwordHash || !(await verifyPassword(currentPassword, passwordHash))) {
      throw new InvalidCredentialsError();
    }
    const newHash = await hashPassword(newPassword);
    await this.#tenants.write({}, async (em) => {
      await em.nativeUpdate(UserEntity, session.userId, { passwordHash: newHash });
      await em.nativeDelete(SessionEntity, { user: session.userId, id: { $ne: session.id } });
      await em.nativeDelete(MailedCodeEntity, { user: session.userId });
    });
  }

  /** Mails the code in the transaction that stores it: when mailing fails, no code is stored. */
  async #mailCode(em: EntityManager, user: UserEntity): Promise<void> {
    const code = newSecret();
    const expiresAt = new Date(this.#now().getTime() + day);
    await em.persist(em.create(MailedCodeEntity, { user, codeHash: hashSecret(code), expiresAt })).flush();
    await this.#mailer.send({ to: user.email, kind: 'choose-password', code });
  }
}

/** One statement, so that only one of two simultaneous uses succeeds. */
const useCode =
  'delete from mailed_codes where code_hash = $1 and expires_at > $2 returning user_id as "userId"';
