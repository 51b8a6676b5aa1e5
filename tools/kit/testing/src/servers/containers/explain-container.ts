import { ServerProblem } from '../model/server-problem.ts';
import type { Service } from '../model/server-record.ts';

export interface FailedContainer {
  readonly service: Service;
  readonly image: string;
  /** The end of the container's log. */
  readonly logTail: string;
}

const hints: Record<Service, { readonly variable: string; readonly alternative: string }> = {
  postgres: { variable: 'TEST_POSTGRES_IMAGE', alternative: 'run with TEST_DATABASE=embedded' },
  redis: { variable: 'TEST_REDIS_IMAGE', alternative: 'install redis-server' },
};

const missing =
  /No such image|pull access denied|manifest unknown|not found|registry|lookup .* no such host|\/v2\/|HTTP code 404/i;
const full = /No space left on device/i;

/** Explains why a container did not start, and how to fix it. */
export function explainContainer(
  cause: unknown,
  { service, image, logTail }: FailedContainer,
): ServerProblem {
  const said = cause instanceof Error ? cause.message : String(cause);
  const { variable, alternative } = hints[service];
  if (logTail === '' && missing.test(said))
    return new ServerProblem(
      'image-missing',
      `The image ${image} is not available: ${said}`,
      `Try \`docker pull ${image}\`, or set ${variable} to an image that you have, or ${alternative}.`,
      { cause },
    );
  if (full.test(said) || full.test(logTail))
    return new ServerProblem(
      'disk-full',
      `The container engine's disk is full: ${full.test(said) ? said : logTail}`,
      `Free space with \`docker system prune\`, or ${alternative}.`,
      { cause },
    );
  return new ServerProblem(
    'container-failed',
    `The container of ${image} did not start: ${said}.\n${quote(logTail)}`,
    `Set ${variable} to an image whose server starts, or ${alternative}.`,
    { cause },
  );
}

function quote(logTail: string): string {
  return logTail === '' ? 'Its log is empty.' : `The end of its log:\n${logTail.replaceAll(/^/gm, '  │ ')}`;
}
