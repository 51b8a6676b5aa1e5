export { type Problem, problemOf, ProblemSchema, routeNotFound } from './http/problem-details.ts';
export {
  actorOf,
  type Authentication,
  guardRoutes,
  isStillAuthorized,
  sessionOf,
} from './http/route-policies.ts';
export { platformMigrations } from './migrations/platform-migrations.ts';
export {
  type NotificationListener,
  type Notifications,
  PgNotifications,
} from './notifications/pg-notifications.ts';
export { platformOrm } from './schema/platform-orm.ts';
export { tenantOwned } from './tenants/tenant-owned.ts';
export { TenantTransactions } from './tenants/tenant-transactions.ts';
