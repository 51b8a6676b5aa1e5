import {
  type Accounts,
  type ChosenPassword,
  InvalidCodeError,
  InvalidCredentialsError,
  type Mailer,
  type PasswordChange,
  type Registration,
  type Session,
  type Tenants,
  type User,
} from '@acme/identity-contract';
import type { EntityManager } from '@mikro-orm/postgresql';
import { MailedCodeEntity } from '../entities/mailed-code.ts';
import { SessionEntity } from '../entities/session.ts';
import { UserEntity } from '../entities/user.ts';
import { hashPassword, verifyPassword } from '../security/password.ts';
import { hashSecret, newSecret } from '../security/secret.ts';
import type { Clock } from './clock.ts';
import { toUser } from './to-user.ts';

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
    const code = await this.#tenants.within({}, async (em) => {
      const user = await em.upsert(
        UserEntity,
        { email: to, name, createdAt: this.#now() },
        { onConflictAction: 'ignore', onConflictFields: ['email'] },
      );
      return user.passwordHash ? undefined : this.#newCode(em, user);
    });
    await this.#mailer.send(code ? { to, kind: 'choose-password', code } : { to, kind: 'account-exists' });
  }

  async requestNewPassword(email: string): Promise<void> {
    const to = email.toLowerCase();
    const code = await this.#tenants.within({}, async (em) => {
      const user = await em.findOne(UserEntity, { email: to });
      return user ? this.#newCode(em, user) : undefined;
    });
    if (code) await this.#mailer.send({ to, kind: 'choose-password', code });
  }

  async choosePassword({ code, password }: ChosenPassword): Promise<User> {
    const passwordHash = await hashPassword(password);
    return this.#tenants.within({}, async (em) => {
      const used = await this.#useCode(em, code);
      if (!used) throw new InvalidCodeError();
      const user = await em.findOneOrFail(UserEntity, used.userId);
      user.passwordHash = passwordHash;
      await em.nativeDelete(MailedCodeEntity, { user });
      await em.nativeDelete(SessionEntity, { user });
      return toUser(user);
    });
  }

  async changePassword(session: Session, { currentPassword, newPassword }: PasswordChange): Promise<void> {
    const { passwordHash } = await this.#tenants.within({}, (em) =>
      em.findOneOrFail(UserEntity, session.userId),
    );
    if (!passwordHash || !(await verifyPassword(currentPassword, passwordHash))) {
      throw new InvalidCredentialsError();
    }
    const newHash = await hashPassword(newPassword);
    await this.#tenants.within({}, async (em) => {
      await em.nativeUpdate(UserEntity, session.userId, { passwordHash: newHash });
      await em.nativeDelete(SessionEntity, { user: session.userId, id: { $ne: session.id } });
    });
  }

  async #newCode(em: EntityManager, user: UserEntity): Promise<string> {
    const code = newSecret();
    const expiresAt = new Date(this.#now().getTime() + day);
    await em.persist(em.create(MailedCodeEntity, { user, codeHash: hashSecret(code), expiresAt })).flush();
    return code;
  }

  /** Takes the code out in one statement, so that of two who use it at once one only succeeds. */
  async #useCode(em: EntityManager, code: string): Promise<{ userId: string } | undefined> {
    const [used] = await em.execute<{ userId: string }[]>(
      'delete from mailed_codes where code_hash = ? and expires_at > ? returning user_id as "userId"',
      [hashSecret(code), this.#now()],
    );
    return used;
  }
}
