export { coverageSettings } from './collect/coverage-settings.ts';
export { readCoverage } from './read/read-coverage.ts';
