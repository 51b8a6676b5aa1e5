import { ServerProblem } from '../model/server-problem.ts';
import type { Service } from '../model/server-record.ts';

export interface FailedContainer {
  readonly service: Service;
  readonly image: string;
  /** The end of the container's log. */
  readonly logTail: string;
}

const advice: Record<Service, { readonly variable: string; readonly skipped: string }> = {
  postgres: { variable: 'TEST_POSTGRES_IMAGE', skipped: 'run with TEST_DATABASE=embedded' },
  redis: { variable: 'TEST_REDIS_IMAGE', skipped: 'install redis-server' },
};

const missing =
  /No such image|pull access denied|manifest unknown|not found|registry|lookup .* no such host|\/v2\/|HTTP code 404/i;
const full = /No space left on device/i;

/** Why a container did not come up, with what to do about it. */
export function explainContainer(
  cause: unknown,
  { service, image, logTail }: FailedContainer,
): ServerProblem {
  const said = cause instanceof Error ? cause.message : String(cause);
  const { variable, skipped } = advice[service];
  if (logTail === '' && missing.test(said))
    return new ServerProblem(
      'image-missing',
      `The image ${image} cannot be had: ${said}`,
      `Try \`docker pull ${image}\`, or set ${variable} to one that you have, or ${skipped}.`,
      { cause },
    );
  if (full.test(said) || full.test(logTail))
    return new ServerProblem(
      'disk-full',
      `The container engine's disk is full: ${full.test(said) ? said : logTail}`,
      `Make diskSpace with \`docker system prune\`, or ${skipped}.`,
      { cause },
    );
  return new ServerProblem(
    'container-failed',
    `The container of ${image} did not come up: ${said}.\n${quote(logTail)}`,
    `Set ${variable} to an image whose server starts, or ${skipped}.`,
    { cause },
  );
}

function quote(logTail: string): string {
  return logTail === '' ? 'It said nothing.' : `Its last words:\n${logTail.replaceAll(/^/gm, '  │ ')}`;
}
