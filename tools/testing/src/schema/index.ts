export { checkWorkspaceSchema, type SubjectProblems } from './workspace/check-workspace-schema.ts';
