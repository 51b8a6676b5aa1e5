// Generated from the entity by `nx g factory identity`. Do not edit: put changes into ../mailed-code-factory.ts.
import { randomUUIDv7 } from 'node:crypto';
import { MailedCodeEntity } from '@acme/identity';
import { type BuildContext, EntityFactory, type EntityOf } from '@vouch/testing/factories';
import { UserFactory } from '../user-factory.ts';

export type MailedCode = EntityOf<typeof MailedCodeEntity>;
export type MailedCodeAttributes = Pick<MailedCode, 'id' | 'codeHash' | 'expiresAt' | 'createdAt'>;

export interface MailedCodeParents {
  user: UserFactory;
}

export abstract class MailedCodeBase extends EntityFactory<
  MailedCode,
  MailedCodeAttributes,
  MailedCodeParents
> {
  protected readonly entity = MailedCodeEntity;
  protected readonly parents = { user: () => new UserFactory(this.context) };

  protected defaults({
    number,
  }: BuildContext<MailedCodeAttributes, MailedCodeParents>): MailedCodeAttributes {
    return {
      id: randomUUIDv7(),
      codeHash: number.toString(16).padStart(64, '0'),
      expiresAt: new Date(Date.now() + 7 * 86_400_000),
      createdAt: new Date(),
    };
  }
}
