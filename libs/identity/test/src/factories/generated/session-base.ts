// Generated from the entity by `nx g factory identity`. Do not edit: put changes into ../session-factory.ts.
import { randomUUIDv7 } from 'node:crypto';
import { SessionEntity } from '@acme/identity';
import { type BuildContext, EntityFactory, type EntityOf } from '@vouch/testing/factories';
import { UserFactory } from '../user-factory.ts';

export type Session = EntityOf<typeof SessionEntity>;
export type SessionAttributes = Pick<Session, 'id' | 'tokenHash' | 'expiresAt' | 'createdAt'>;

export interface SessionParents {
  user: UserFactory;
}

export abstract class SessionBase extends EntityFactory<Session, SessionAttributes, SessionParents> {
  protected readonly entity = SessionEntity;
  protected readonly parents = { user: () => new UserFactory(this.context) };

  protected defaults({ number }: BuildContext<SessionAttributes, SessionParents>): SessionAttributes {
    return {
      id: randomUUIDv7(),
      tokenHash: number.toString(16).padStart(64, '0'),
      expiresAt: new Date(Date.now() + 7 * 86_400_000),
      createdAt: new Date(),
    };
  }
}
