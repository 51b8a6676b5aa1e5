const libraryTypes = new Set(['contract', 'app', 'test']);

/**
 * Derives tags from the folder: `libs/identity/contract` is `scope:identity`, `type:contract`. Other layouts get no
 * tags.
 */
export function projectTags(root: string): string[] {
  const [area, name, type, ...rest] = root.split('/');
  if (area === undefined || name === undefined || rest.length > 0) return [];
  if (area === 'libs' && type !== undefined && libraryTypes.has(type))
    return [`scope:${name}`, `type:${type}`];
  if (area === 'tools') return toolTags(name, type);
  if (type !== undefined) return [];
  if (area !== 'apps') return [];
  const app = name.replace(/-e2e$/, '');
  return [`scope:${app}`, app === name ? 'type:deployable' : 'type:e2e'];
}

/**
 * Derives the tag of a tool: `tools/kit/nx` is `type:kit`, `tools/proof/bench` is `type:proof`, `tools/workspace` is
 * `type:tool`.
 */
function toolTags(group: string, member: string | undefined): string[] {
  if (member === undefined) return ['type:tool'];
  return group === 'kit' || group === 'proof' ? [`type:${group}`] : [];
}

/** True if a project contains only tests: a test library, or the end-to-end tests of an app. */
export function holdsOnlyTests(root: string): boolean {
  return projectTags(root).some((tag) => tag === 'type:test' || tag === 'type:e2e');
}
