// Generated from the entity by `nx g factory identity`. Do not edit: put changes into ../user-factory.ts.
import { randomUUIDv7 } from 'node:crypto';
import { UserEntity } from '@acme/identity';
import { type BuildContext, EntityFactory, type EntityOf, type NoParents } from '@vouch/testing/factories';

export type User = EntityOf<typeof UserEntity>;
export type UserAttributes = Pick<User, 'id' | 'email' | 'name' | 'passwordHash' | 'createdAt'>;

export abstract class UserBase extends EntityFactory<User, UserAttributes> {
  protected readonly entity = UserEntity;
  protected readonly parents = {};

  withPasswordHash(): this {
    return this.trait('withPasswordHash', ({ number }) => ({
      passwordHash: number.toString(16).padStart(64, '0'),
    }));
  }

  protected defaults({ number, faker }: BuildContext<UserAttributes, NoParents>): UserAttributes {
    return {
      id: randomUUIDv7(),
      email: `${number}.${faker.internet.exampleEmail()}`.toLowerCase(),
      name: faker.person.fullName(),
      passwordHash: null,
      createdAt: new Date(),
    };
  }
}
