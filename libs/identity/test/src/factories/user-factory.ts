import type { BuildContext, NoParents } from '@vouch/testing/factories';
import { type UserAttributes, UserBase } from './generated/user-base.ts';

export class UserFactory extends UserBase {
  /** Can log in with {@link factoryPassword}. */
  withPassword(): this {
    return this.trait('withPassword', { passwordHash });
  }

  /** The address goes with the name, so that one knows people by it. */
  protected override defaults(build: BuildContext<UserAttributes, NoParents>): UserAttributes {
    const made = super.defaults(build);
    const name = build.requested.name ?? made.name;
    const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}.${build.number}@example.com`;
    return { ...made, name, email };
  }
}

export const factoryPassword = 'correct horse battery staple';

/** The hash of {@link factoryPassword} at a low cost, for fast tests. A hash contains its cost. */
const passwordHash =
  '$argon2id$v=19$m=8,t=1,p=1$dm91Y2ggZmFjdG9yeSBubw$fvmBLkUZ6dTwC7JZ6vE8Ms4HNEWgyZfLoi8+GjyRZis';
