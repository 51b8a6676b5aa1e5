export { packageProblems } from './check-packages.ts';
export { packCreate, packKit, type Tarball } from './pack-kit.ts';
