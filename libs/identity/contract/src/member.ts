import Type, { type Static } from 'typebox';
import { Email, Id, PersonName, Timestamp } from './fields.ts';
import { RoleSchema } from './role.ts';

export const MemberSchema = Type.Object(
  { userId: Id, email: Email, name: PersonName, role: RoleSchema, since: Timestamp },
  { additionalProperties: false, title: 'Member' },
);
export type Member = Static<typeof MemberSchema>;

export const RoleChangeSchema = Type.Object({ role: RoleSchema }, { additionalProperties: false });
export type RoleChange = Static<typeof RoleChangeSchema>;
