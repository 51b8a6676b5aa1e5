export {
  type DevelopmentServer,
  type DevelopmentServerOptions,
  startDevelopmentServer,
} from './embedded/development-server.ts';
export { type EphemeralServer, startEphemeralServer } from './embedded/ephemeral-server.ts';
export { DatabaseProblem, type ProblemCode } from './problem.ts';
