import type { Tree } from '@nx/devkit';
import { checkComponent } from '../../contract/lib/normalize-options.ts';
import type { TestSkeletonSchema } from '../schema.d.ts';

export interface SkeletonOptions {
  readonly component: string;
  readonly only: readonly string[];
  readonly exclude: readonly string[];
  readonly level: 'unit' | 'integration' | 'contract';
  readonly maxLines: number;
  readonly prune: boolean;
  readonly accept: boolean;
  readonly check: boolean;
  readonly json: boolean;
  readonly allowDirty: boolean;
}

export function normalizeOptions(tree: Tree, schema: TestSkeletonSchema): SkeletonOptions {
  return {
    component: checkComponent(tree, schema.component),
    only: namesIn(schema.only),
    exclude: namesIn(schema.exclude),
    level: schema.level ?? 'unit',
    maxLines: schema.maxLines ?? 1000,
    prune: schema.prune ?? false,
    accept: schema.accept ?? false,
    check: schema.check ?? false,
    json: schema.json ?? false,
    allowDirty: schema.allowDirty ?? false,
  };
}

function namesIn(list: string | undefined): string[] {
  return (list ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}
