import { probeEmbedded } from './probe-embedded.ts';
import type { ServerSources } from './server-sources.ts';
import { probeContainer } from './probe-container.ts';
import { probeLocal } from './probe-local.ts';
import { probeUrl } from './probe-url.ts';
import { type SourceSettings, settingsHash } from './source-settings.ts';

export function postgresSources(settings: SourceSettings): ServerSources {
  const { forced, engine, image } = settings;
  return {
    candidates: [
      ['url', () => probeUrl(settings)],
      ['local', () => probeLocal(settings)],
      ['container', () => probeContainer({ service: 'postgres', engine, image })],
      ['embedded', async () => probeEmbedded()],
    ],
    forced,
    hash: settingsHash(settings),
    variable: 'VOUCH_TEST_SERVER',
    fix: 'Run `npm run verify-database` to check every server.',
  };
}
