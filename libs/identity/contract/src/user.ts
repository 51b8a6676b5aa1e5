import Type, { type Static } from 'typebox';
import { Email, Id, Password, PersonName, Secret, Timestamp, TypedPassword } from './fields.ts';

const closed = { additionalProperties: false };

export const UserSchema = Type.Object(
  { id: Id, email: Email, name: PersonName, createdAt: Timestamp },
  { ...closed, title: 'User' },
);
export type User = Static<typeof UserSchema>;

export const RegistrationSchema = Type.Object({ email: Email, name: PersonName }, closed);
export type Registration = Static<typeof RegistrationSchema>;

export const NewPasswordRequestSchema = Type.Object({ email: Email }, closed);
export type NewPasswordRequest = Static<typeof NewPasswordRequestSchema>;

export const ChosenPasswordSchema = Type.Object({ code: Secret, password: Password }, closed);
export type ChosenPassword = Static<typeof ChosenPasswordSchema>;

export const PasswordChangeSchema = Type.Object(
  { currentPassword: TypedPassword, newPassword: Password },
  closed,
);
export type PasswordChange = Static<typeof PasswordChangeSchema>;
