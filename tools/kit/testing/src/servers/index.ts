export { acquireServer } from './acquire/acquire-server.ts';
export {
  type DevelopmentServer,
  type DevelopmentServerOptions,
  startDevelopmentServer,
} from './embedded/development-server.ts';
export {
  type EphemeralServer,
  type EphemeralServerOptions,
  startEphemeralServer,
} from './acquire/ephemeral-server.ts';
export { ServerProblem, type ProblemCode } from './model/server-problem.ts';
export type { TestDatabase } from './acquire/test-database.ts';
export type { Template, TemplateOptions, TestServer } from './acquire/test-server.ts';
export type { SourceName } from './model/server-record.ts';
