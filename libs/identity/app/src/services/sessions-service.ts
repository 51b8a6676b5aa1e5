import {
  type Credentials,
  InvalidCredentialsError,
  type OpenedSession,
  type Sessions,
  UnauthenticatedError,
  type User,
} from '@acme/identity-contract';
import type { Clock, Session, Tenants } from '@acme/platform-contract';
import type { EntityManager } from '@mikro-orm/postgresql';
import { SessionEntity } from '../entities/session.ts';
import { toUser, UserEntity } from '../entities/user.ts';
import { verifyNothing, verifyPassword } from '../security/password.ts';
import { hashSecret, newSecret } from '../security/secret.ts';

const lifetime = 14 * 24 * 60 * 60 * 1000;

export class SessionsService implements Sessions {
  readonly #tenants: Tenants<EntityManager>;
  readonly #now: Clock;

  constructor(tenants: Tenants<EntityManager>, now: Clock) {
    this.#tenants = tenants;
    this.#now = now;
  }

  async open({ email, password }: Credentials): Promise<OpenedSession> {
    const user = await this.#tenants.write({}, (em) =>
      em.findOne(UserEntity, { email: email.toLowerCase() }),
    );
    const verified = user?.passwordHash
      ? await verifyPassword(password, user.passwordHash)
      : await verifyNothing(password);
    if (!user || !verified) throw new InvalidCredentialsError();
    return this.#open(user);
  }

  async identify(token: string): Promise<Session> {
    const [session] = await this.#tenants.read<Session>({}, openSession, [hashSecret(token), this.#now()]);
    if (!session) throw new UnauthenticatedError();
    return session;
  }

  async user({ userId }: Session): Promise<User> {
    const [user] = await this.#tenants.read<User>({}, userById, [userId]);
    if (!user) throw new UnauthenticatedError();
    return user;
  }

  async close({ id }: Session): Promise<void> {
    await this.#tenants.write({}, (em) => em.nativeDelete(SessionEntity, { id }));
  }

  async #open(user: UserEntity): Promise<OpenedSession> {
    const token = newSecret();
    const expiresAt = new Date(this.#now().getTime() + lifetime);
    await this.#tenants.write({}, async (em) => {
      await em.nativeDelete(SessionEntity, { user: user.id, expiresAt: { $lte: this.#now() } });
      const owner = em.getReference(UserEntity, user.id);
      em.create(SessionEntity, { user: owner, tokenHash: hashSecret(token), expiresAt });
    });
    return { token, expiresAt: expiresAt.toISOString(), user: toUser(user) };
  }
}

const openSession = 'select id, user_id as "userId" from sessions where token_hash = $1 and expires_at > $2';
const userById = 'select id, email, name, created_at as "createdAt" from users where id = $1';
