import { randomUUIDv7 } from 'node:crypto';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { UserEntity } from './user.ts';

export const SessionEntity = defineEntity({
  name: 'Session',
  tableName: 'sessions',
  indexes: [{ name: 'sessions_of_user', properties: ['user'] }],
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => randomUUIDv7()),
    user: () => p.manyToOne(UserEntity).deleteRule('cascade'),
    /** The token itself is not stored: a reader of the table cannot log in. */
    tokenHash: p.string().length(64).unique().hidden(),
    expiresAt: p.datetime(),
    createdAt: p.datetime().onCreate(() => new Date()),
  },
});
export type SessionEntity = InferEntity<typeof SessionEntity>;
