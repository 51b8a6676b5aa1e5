import { acquireServer, type Template, type TestServer } from '../../src/servers/index.ts';
import { templateOf } from '../../src/orm/template-of.ts';
import { sampleEntities } from './entities.ts';
import { sampleMigrations } from './migrations.ts';

/** The template of the sample's database. */
export async function sampleTemplate(): Promise<{ server: TestServer; template: Template }> {
  const server = await acquireServer();
  const content = { entities: [...sampleEntities], migrations: sampleMigrations };
  return { server, template: await server.template(await templateOf(content)) };
}
