import { randomUUIDv7 } from 'node:crypto';
import type { User } from '@acme/identity-contract';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

export const UserEntity = defineEntity({
  name: 'User',
  tableName: 'users',
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => randomUUIDv7()),
    /** Lower case, so that one address is one account. */
    email: p.string().length(254).unique().check('email = lower(email)'),
    name: p.string().length(100).check("name ~ '\\S'"),
    /** Null until the user has chosen a password. */
    passwordHash: p.string().length(255).hidden().nullable(),
    createdAt: p.datetime().onCreate(() => new Date()),
  },
});
export type UserEntity = InferEntity<typeof UserEntity>;

/** Leaves out the password's hash. */
export function toUser({ id, email, name, createdAt }: UserEntity): User {
  return { id, email, name, createdAt: createdAt.toISOString() };
}
