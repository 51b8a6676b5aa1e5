import { embeddedServer } from './embedded-server.ts';
import type { Ladder } from './ladder.ts';
import { lookAtContainer } from './look-at-container.ts';
import { lookAtLocal } from './look-at-local.ts';
import { lookAtUrl } from './look-at-url.ts';
import { type LadderSettings, settingsHash } from './settings.ts';

export function postgresLadder(settings: LadderSettings): Ladder {
  const { forced, engine, image } = settings;
  return {
    rungs: [
      ['url', () => lookAtUrl(settings)],
      ['local', () => lookAtLocal(settings)],
      ['container', () => lookAtContainer({ service: 'postgres', engine, image })],
      ['embedded', async () => embeddedServer()],
    ],
    forced,
    hash: settingsHash(settings),
    variable: 'VOUCH_TEST_SERVER',
    remedy: 'Run `npm run verify-database` for the whole picture.',
  };
}
