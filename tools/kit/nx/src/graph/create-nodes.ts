import type { CreateNodesResultArray, CreateNodesV2, ProjectConfiguration } from '@nx/devkit';
import { changeLevels } from '../levels/index.ts';
import type { PluginOptions } from '../plugin-options.ts';
import { readManifest } from './package-manifest.ts';
import { boardTarget } from './board-target.ts';
import { appUnderTest } from './app-under-test.ts';
import { generateTargets } from './generate-targets.ts';
import { groupByProject, type TestFolder } from './group-by-project.ts';
import { kitPackages } from './kit-packages.ts';
import { holdsOnlyTests, projectTags } from './project-tags.ts';

/** Gives each project the tags of its path and a target for each level with tests. */
export const createNodes: CreateNodesV2<PluginOptions> = [
  '**/{package.json,*.spec.*,*.test.*}',
  (files, options, { workspaceRoot }): CreateNodesResultArray => {
    const levels = changeLevels(options?.levels);
    const folders = groupByProject(files);
    const roots = folders.map(({ root }) => root);
    const manifests = new Map(roots.map((root) => [root, readManifest(workspaceRoot, root)]));
    const nameOf = (root: string): string => manifests.get(root)?.name ?? root;
    const kit = kitPackages(roots.map(nameOf), workspaceRoot);
    return folders.map((folder) => [folder.manifest, { projects: { [folder.root]: describe(folder) } }]);

    function describe({ root, specs }: TestFolder): Omit<ProjectConfiguration, 'root'> {
      const app = appUnderTest(root, roots);
      const { inputs = {}, test } = manifests.get(root)?.vouch ?? {};
      return {
        projectType: root.startsWith('apps/') ? 'application' : 'library',
        tags: projectTags(root),
        targets: {
          ...generateTargets(
            { specs, onlyTests: holdsOnlyTests(root), inputs, ...(test && { test }) },
            levels,
            kit,
          ),
          ...boardTarget(root),
        },
        ...(app !== undefined && { implicitDependencies: [nameOf(app)] }),
      };
    }
  },
];
