export { type ProveOptions, proveComponent } from './prove-component.ts';
export {
  countStates,
  type Killer,
  type MutantReport,
  type MutantState,
  type MutationReport,
  type PromiseProof,
  withoutPromise,
} from './report/mutation-report.ts';
export type { ProveProgress } from './run/progress-count.ts';
