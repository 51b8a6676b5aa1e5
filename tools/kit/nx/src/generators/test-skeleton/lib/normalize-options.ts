import type { Tree } from '@nx/devkit';
import { requireComponent } from '../../lib/components.ts';
import { parseNames } from '../../lib/parse-names.ts';
import type { TestSkeletonSchema } from '../schema.d.ts';
import type { SkeletonOptions } from './model/skeleton-options.ts';

export function normalizeOptions(tree: Tree, schema: TestSkeletonSchema): SkeletonOptions {
  return {
    component: requireComponent(tree, schema.component),
    only: parseNames(schema.only),
    exclude: parseNames(schema.exclude),
    level: schema.level ?? 'unit',
    maxLines: schema.maxLines ?? 1000,
    prune: schema.prune ?? false,
    accept: false,
  };
}
