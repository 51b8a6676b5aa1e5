import type { ModuleGraph } from './module-graph.ts';

/** Modules or folders that import each other. */
export interface Circle {
  /** The members, sorted: they identify the circle. */
  readonly members: readonly string[];
  /** A shortest path around the circle, for messages. */
  readonly path: string;
}

/** Finds modules that import each other, directly or not. */
export function moduleCircles(graph: ModuleGraph): Circle[] {
  return circlesIn(graph, (path) => path.join(' → '));
}

/** Finds folders with the same parent whose modules import each other, directly or not. */
export function folderCircles(graph: ModuleGraph): Circle[] {
  const byParent = Map.groupBy(folderEdges(graph), ({ parent }) => parent);
  return [...byParent.values()].flatMap((edges) => {
    const folders = new Map<string, string[]>();
    for (const { from, to } of edges) {
      folders.set(from, [...(folders.get(from) ?? []), to]);
      if (!folders.has(to)) folders.set(to, []);
    }
    const describe = (path: readonly string[]) => describePath(path, edges);
    return circlesIn(folders, describe);
  });
}

interface FolderEdge {
  readonly parent: string;
  readonly from: string;
  readonly to: string;
  readonly example: string;
}

/** Returns the edges between folders: each import counts for the two folders below the nearest common parent. */
function folderEdges(graph: ModuleGraph): FolderEdge[] {
  return [...graph].flatMap(([module, imports]) =>
    imports.flatMap((imported) => {
      const [own, other] = [module.split('/'), imported.split('/')];
      const depth = own.findIndex((part, index) => part !== other[index]);
      if (depth < 0 || depth === own.length - 1 || depth >= other.length - 1) return [];
      const [from, to] = [own.slice(0, depth + 1).join('/'), other.slice(0, depth + 1).join('/')];
      return [{ parent: own.slice(0, depth).join('/'), from, to, example: `${module} imports ${imported}` }];
    }),
  );
}

function describePath(path: readonly string[], edges: readonly FolderEdge[]): string {
  const steps = path.slice(1).map((to, index) => {
    const edge = edges.find((each) => each.from === path[index] && each.to === to);
    return `    ${edge?.example ?? ''}`;
  });
  return [path.join(' → '), ...steps].join('\n');
}

function circlesIn(graph: ModuleGraph, describe: (path: readonly string[]) => string): Circle[] {
  const circles = new Map<string, Circle>();
  const rest = withoutLeaves(graph);
  for (const start of rest.keys()) {
    const path = shortestWayBack(rest, start);
    if (path === undefined) continue;
    const members = [...reachable(rest, start)].filter((member) => reachable(rest, member).has(start));
    const key = members.toSorted().join(' ');
    if (!circles.has(key)) circles.set(key, { members: members.toSorted(), path: describe(path) });
  }
  return [...circles.values()];
}

/** Removes the nodes that lead to no circle. Nothing is left of a graph without circles. */
function withoutLeaves(graph: ModuleGraph): ModuleGraph {
  const inner = new Map(
    [...graph]
      .map(([node, edges]) => [node, edges.filter((edge) => graph.has(edge))] as const)
      .filter(([, edges]) => edges.length > 0),
  );
  return inner.size === graph.size ? inner : withoutLeaves(inner);
}

function reachable(graph: ModuleGraph, start: string): Set<string> {
  const found = new Set<string>();
  const waiting = [...(graph.get(start) ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    waiting.push(...(graph.get(next) ?? []));
  }
  return found;
}

/** Returns a shortest path from a node to itself; undefined if there is none. */
function shortestWayBack(graph: ModuleGraph, start: string): string[] | undefined {
  const visited = new Set<string>();
  let paths = [[start]];
  while (paths.length > 0) {
    const longer = paths.flatMap((path) =>
      (graph.get(path.at(-1) ?? '') ?? []).map((next) => [...path, next]),
    );
    const closed = longer.find((path) => path.at(-1) === start);
    if (closed !== undefined) return closed;
    paths = longer.filter((path) => !visited.has(path.at(-1) ?? '') && visited.add(path.at(-1) ?? ''));
  }
  return undefined;
}
