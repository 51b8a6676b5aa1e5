import { randomUUIDv7 } from 'node:crypto';
import { UserEntity } from '@acme/identity';
import { faker } from '@faker-js/faker';
import { EntityFactory, type Making } from './entity-factory.ts';

export interface UserAttributes {
  id: string;
  email: string;
  name: string;
  passwordHash: string | null;
  createdAt: Date;
}

type NoParents = Record<never, never>;

export class UserFactory extends EntityFactory<UserEntity, UserAttributes, NoParents> {
  protected readonly entity = UserEntity;

  /** Can log in with {@link factoryPassword}. */
  withPassword(): this {
    return this.trait('withPassword', { passwordHash });
  }

  protected defaults({ number, asked }: Making<UserAttributes, NoParents>): UserAttributes {
    const name = asked.name ?? faker.person.fullName();
    const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}.${number}@example.com`;
    return { id: randomUUIDv7(), email, name, passwordHash: null, createdAt: new Date() };
  }

  protected complete(): NoParents {
    return {};
  }

  protected tenantOf(): undefined {
    return undefined;
  }
}

export const factoryPassword = 'correct horse battery staple';

/** Of {@link factoryPassword}, at a cost that tests can pay: a hash tells its own cost. */
const passwordHash =
  '$argon2id$v=19$m=8,t=1,p=1$dm91Y2ggZmFjdG9yeSBubw$fvmBLkUZ6dTwC7JZ6vE8Ms4HNEWgyZfLoi8+GjyRZis';
