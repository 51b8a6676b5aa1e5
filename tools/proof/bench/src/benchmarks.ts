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
      '7,193 unit tests in 200 files: Vitest’s default against ours, and pytest if installed  [--runs=3]',
    load: () => import('./many-files/compare-files.ts'),
  },
  {
    name: 'database',
    summary:
      'the cost of isolation on PostgreSQL, and 1,575 integration tests, against pytest if installed  [--runs=3]',
    load: () => import('./database/compare-databases.ts'),
  },
  {
    name: 'start',
    summary: 'the time to the first answer of a test server, for each kind of server  [--runs=5]',
    load: () => import('./start-times/compare-server-sources.ts'),
  },
  {
    name: 'contracts',
    summary: 'the time to read the model of 200 contracts from their sources  [--runs=5]',
    load: () => import('./contracts/read-many.ts'),
  },
  {
    name: 'board',
    summary:
      'the promise board against the time in which Nx lists the projects  [--components=50,500] [--runs=3]',
    load: () => import('./board/compare-board.ts'),
  },
  {
    name: 'api',
    summary: 'the API: requests per second against a bare route, aborted requests, growth, memory',
    load: () => import('./api/measure-api.ts'),
  },
  {
    name: 'kill',
    summary: 'runs killed by every signal, in every part, at every stage: leftovers',
    load: () => import('./kill/kill-matrix.ts'),
  },
  {
    name: 'flips',
    summary:
      'the kit’s unit and integration tests in many orders: tests with different outcomes  [--runs=50] [--first=1] [--path=tools/]',
    load: () => import('./flips/find-flips.ts'),
  },
  {
    name: 'honesty',
    summary:
      'random changes of files, environment, packages and settings: cached outcomes against real ones  [--edits=500] [--seed=1]',
    load: () => import('./honesty/compare-verdicts.ts'),
  },
  {
    name: 'busy',
    summary:
      'all tests beside six busy loops, and the integration tests on half a core: failures  [--runs=10] [--projects=…] [--reduced]',
    load: () => import('./busy/find-busy-flips.ts'),
  },
  {
    name: 'artefacts',
    summary:
      'files generated from random contracts and for published packages, checked by tsc, ESLint and Vitest  [--components=150] [--seed=1]',
    load: () => import('./artefacts/prove-generators.ts'),
  },
];
