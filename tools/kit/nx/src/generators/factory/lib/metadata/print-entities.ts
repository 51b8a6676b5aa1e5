import { readFileSync, writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { EntitiesModel } from '../model/entity-model.ts';
import { type ServedTree, serveTree } from './serve-tree.ts';

/** Runs in a separate process of `read-entities.ts`, so that side effects of loading the app library stay there. */
const served = JSON.parse(readFileSync(0, 'utf8')) as ServedTree;
serveTree(served);
const library = (await import(pathToFileURL(served.entry).href)) as Record<string, unknown>;
const { describeEntities } = await import('./describe-entities.ts');
const { tenantSettings } = await import('./tenant-settings.ts');
const model: EntitiesModel = {
  entities: describeEntities(library),
  settings: await tenantSettings(library),
};
writeSync(3, JSON.stringify(model));
