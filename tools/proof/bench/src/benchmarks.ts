import type { Benchmark } from './benchmark.ts';

export const benchmarks: readonly Benchmark[] = [
  {
    name: 'run',
    summary: 'a whole run over many libraries: stock targets against ours  [--libraries=50,200] [--runs=3]',
    load: () => import('./run/compare-runs.ts'),
  },
  {
    name: 'files',
    summary:
      '7,193 unit tests in 200 files: Vitest’s default against ours, and pytest where it is  [--runs=3]',
    load: () => import('./many-files/compare-files.ts'),
  },
  {
    name: 'database',
    summary:
      'what isolation costs a test on PostgreSQL, and 1,575 integration tests, beside pytest where it is  [--runs=3]',
    load: () => import('./database/compare-databases.ts'),
  },
  {
    name: 'start',
    summary: 'from asking for a test server to its first answer, for each kind of server  [--runs=5]',
    load: () => import('./start-times/compare-sources.ts'),
  },
  {
    name: 'contracts',
    summary: 'the model of 200 contracts, read from their sources  [--runs=5]',
    load: () => import('./contracts/read-many.ts'),
  },
  {
    name: 'api',
    summary: 'the API: requests per second beside a bare route, aborted requests, growth, memory',
    load: () => import('./api/measure-api.ts'),
  },
  {
    name: 'kill',
    summary: 'a run killed by every signal, in every part, at every stage: what is left of it',
    load: () => import('./kill/kill-matrix.ts'),
  },
  {
    name: 'flips',
    summary:
      'the kit’s unit and integration tests in many orders: which do not always end the same  [--runs=50] [--first=1] [--path=tools/]',
    load: () => import('./flips/find-flips.ts'),
  },
  {
    name: 'honesty',
    summary:
      'random changes of files, environment, packages and settings: the cache answers as a run would  [--edits=500] [--seed=1]',
    load: () => import('./honesty/compare-verdicts.ts'),
  },
  {
    name: 'busy',
    summary:
      'all tests beside six busy loops, and the integration tests on half of a core: which fail  [--runs=10] [--projects=…] [--reduced]',
    load: () => import('./busy/find-busy-flips.ts'),
  },
  {
    name: 'artefacts',
    summary:
      'files generated from contracts made at random, and for published packages, against tsc, ESLint and Vitest  [--components=150] [--seed=1]',
    load: () => import('./artefacts/prove-generators.ts'),
  },
];
