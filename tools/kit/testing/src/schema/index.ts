export { type CatalogueEntry, type Query, readCatalogue } from './catalogue.ts';
export { readRoleWeaknesses } from './tenancy/role-weaknesses.ts';
export { readState, stepByStep, type Weakening } from './tenancy/step-by-step.ts';
export type { TenantTables } from './tenancy/tenant-tables.ts';
export { readWeaknesses, type Weakness } from './tenancy/weaknesses.ts';
export { checkWorkspaceSchema, type SubjectProblems } from './workspace/check-workspace-schema.ts';
