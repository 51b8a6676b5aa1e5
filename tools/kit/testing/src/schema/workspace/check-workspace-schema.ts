import { acquireServer } from '../../servers/index.ts';
import { schemaProblems } from '../schema-problems.ts';
import { workspaceSubjects } from './workspace-subjects.ts';

/** The problems of a component's or the API's schema. */
export interface SubjectProblems {
  readonly name: string;
  readonly problems: readonly string[];
}

/**
 * Checks the schemas of all components of a workspace, on one server.
 *
 * @example
 * const components = await checkWorkspaceSchema(root);
 * expect(components.flatMap(({ problems }) => problems)).toEqual([]);
 */
export async function checkWorkspaceSchema(root: string): Promise<SubjectProblems[]> {
  const subjects = await workspaceSubjects(root);
  await using server = await acquireServer();
  const empty = await server.template({ key: 'empty', build: async () => undefined });
  const results: SubjectProblems[] = [];
  for (const subject of subjects) {
    results.push({ name: subject.name, problems: await schemaProblems(subject, empty) });
  }
  return results;
}
