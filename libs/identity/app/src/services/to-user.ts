import type { User } from '@acme/identity-contract';
import type { UserEntity } from '../entities/user.ts';

/** What may leave the service of a user: never the password's hash. */
export function toUser({ id, email, name, createdAt }: UserEntity): User {
  return { id, email, name, createdAt: createdAt.toISOString() };
}
