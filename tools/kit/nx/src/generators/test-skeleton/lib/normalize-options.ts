import type { Tree } from '@nx/devkit';
import { checkComponent } from '../../lib/components-in.ts';
import { namesIn } from '../../lib/names-in.ts';
import type { TestSkeletonSchema } from '../schema.d.ts';
import type { SkeletonOptions } from './model/skeleton-options.ts';

export function normalizeOptions(tree: Tree, schema: TestSkeletonSchema): SkeletonOptions {
  return {
    component: checkComponent(tree, schema.component),
    only: namesIn(schema.only),
    exclude: namesIn(schema.exclude),
    level: schema.level ?? 'unit',
    maxLines: schema.maxLines ?? 1000,
    prune: schema.prune ?? false,
    accept: schema.accept ?? false,
  };
}
