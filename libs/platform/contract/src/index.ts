export type { Actor, RoutePolicy, Session } from './actor.ts';
export type { Clock } from './clock.ts';
export { Id, Secret, singleLineText, Timestamp } from './fields.ts';
export { type ErrorKind, PublicError, type PublicErrorClass } from './public-error.ts';
export { isAtLeast, type Role, roles, RoleSchema } from './role.ts';
export type { RunSql, Tenants, TenantScope } from './tenants.ts';
