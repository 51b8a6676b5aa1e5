import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CreateNodesResultArray, CreateNodesV2, ProjectConfiguration } from '@nx/devkit';
import { changeLevels } from '../levels/index.ts';
import type { PluginOptions } from '../plugin-options.ts';
import { drivenApp } from './driven-app.ts';
import { generateTargets } from './generate-targets.ts';
import { groupByProject, type TestFolder } from './group-by-project.ts';
import { kitOf } from './kit.ts';
import { projectTags } from './project-tags.ts';

/** Gives each project the tags of its path and a target for each level of which it has tests. */
export const createNodes: CreateNodesV2<PluginOptions> = [
  '**/{package.json,*.spec.ts}',
  (files, options, { workspaceRoot }): CreateNodesResultArray => {
    const levels = changeLevels(options?.levels);
    const folders = groupByProject(files);
    const roots = folders.map(({ root }) => root);
    const nameOf = (root: string): string => packageName(workspaceRoot, root);
    const kit = kitOf(roots.map(nameOf), workspaceRoot);
    return folders.map((folder) => [folder.manifest, { projects: { [folder.root]: describe(folder) } }]);

    function describe(folder: TestFolder): Omit<ProjectConfiguration, 'root'> {
      const app = drivenApp(folder.root, roots);
      return {
        projectType: folder.root.startsWith('apps/') ? 'application' : 'library',
        tags: projectTags(folder.root),
        targets: generateTargets(folder.specs, levels, kit),
        ...(app !== undefined && { implicitDependencies: [nameOf(app)] }),
      };
    }
  },
];

function packageName(workspaceRoot: string, root: string): string {
  const manifest = readFileSync(join(workspaceRoot, root, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { name?: string }).name ?? root;
}
