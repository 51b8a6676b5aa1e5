export { acquireServer } from './acquire-server.ts';
export {
  type DevelopmentServer,
  type DevelopmentServerOptions,
  startDevelopmentServer,
} from './embedded/development-server.ts';
export {
  type EphemeralServer,
  type EphemeralServerOptions,
  startEphemeralServer,
} from './embedded/ephemeral-server.ts';
export { DatabaseProblem, type ProblemCode } from './problem.ts';
export type { TestDatabase } from './template/test-database.ts';
export type { Template, TemplateOptions, TestServer } from './test-server.ts';
export type { Rung } from './supervisor/server-record.ts';
