import { randomUUIDv7 } from 'node:crypto';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { UserEntity } from './user.ts';

/** A code that was mailed to a user to verify the address. It is deleted when it is used. */
export const MailedCodeEntity = defineEntity({
  name: 'MailedCode',
  tableName: 'mailed_codes',
  indexes: [{ name: 'mailed_codes_of_user', properties: ['user'] }],
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => randomUUIDv7()),
    user: () => p.manyToOne(UserEntity).deleteRule('cascade'),
    codeHash: p.string().length(64).unique().hidden(),
    expiresAt: p.datetime(),
    createdAt: p.datetime().onCreate(() => new Date()),
  },
});
export type MailedCodeEntity = InferEntity<typeof MailedCodeEntity>;
