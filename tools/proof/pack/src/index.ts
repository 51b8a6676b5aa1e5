export { packageProblems } from './check-packages.ts';
export { packCreate, packKit, type PackedTarball } from './pack-kit.ts';
