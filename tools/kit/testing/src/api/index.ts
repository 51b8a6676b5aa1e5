export { abortStorm, type StormReport, type Visitor } from './abort-storm/abort-storm.ts';
export { expectWholePool, type PoolCheck } from './abort-storm/expect-whole-pool.ts';
export type { VisitorRequest } from './abort-storm/send-request.ts';
export { type SettingsTrap, trapSettings } from './abort-storm/trap-settings.ts';
export type { Person, RunningApi, TenancyPort } from './api-port.ts';
export { asAdmin, withoutTable } from './as-admin.ts';
export { type ApiResponse, Caller } from './caller.ts';
export { bodyMutations } from './contract/body-mutations.ts';
export { type BodyReport, checkBodies } from './contract/check-bodies.ts';
export {
  ContractEnvironment,
  type ContractParts,
  type OperationCall,
} from './contract/contract-environment.ts';
export { disagreements } from './contract/disagreements.ts';
export {
  asDescribed,
  exchangesOf,
  forUnknownTenant,
  problemRecipes,
  type ResourceRecipe,
  type ResponseRecipe,
  type ResponseRecipes,
} from './contract/response-recipes.ts';
export {
  type Declared,
  declaredBy,
  type Exchange,
  ResponseValidator,
  unseen,
} from './contract/response-validator.ts';
export { countRowsRead, expectFewRowsRead, type RowCounting, type RowsRead } from './count-rows-read.ts';
export { endSessionsOf } from './end-sessions.ts';
export { expectRecovery } from './expect-recovery.ts';
export { type Call, type Load, load } from './load.ts';
export { type ApiDatabase, migratedDatabase, type Migrations } from './migrated-database.ts';
export {
  type DeclaredResponse,
  type Document,
  documentOf,
  exampleOf,
  type JsonSchema,
  type Operation,
  operationsIn,
  pathOf,
} from './open-api.ts';
export { type OwnServer, ownServer } from './own-server.ts';
export { rawRequest } from './raw-request.ts';
export { RouteWalk } from './route-walk.ts';
export { accountChecks } from './security/account-checks.ts';
export { attackChecks } from './security/attack-checks.ts';
export type {
  AccountRoutes,
  AttackTarget,
  BodyTarget,
  BrowserTarget,
  Check,
  Checks,
  Creation,
  FullTarget,
  SecretTarget,
  TextTarget,
  TokenTarget,
} from './security/attack-target.ts';
export { bodyChecks } from './security/body-checks.ts';
export { browserChecks } from './security/browser-checks.ts';
export { findProblems, problemOf } from './security/find-problems.ts';
export { forgedHeaders } from './security/forged-headers.ts';
export { checkGuessing, checkRequestLimit } from './security/rate-limit-checks.ts';
export { secretChecks } from './security/secret-checks.ts';
export { textChecks } from './security/text-checks.ts';
export { tokenChecks } from './security/token-checks.ts';
export { type RunningProcess, startApiProcess } from './start-api-process.ts';
export { type TenantCatalogue, tenantCatalogueProblems } from './tenant-catalogue.ts';
