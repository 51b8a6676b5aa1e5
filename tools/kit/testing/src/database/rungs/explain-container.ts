import { DatabaseProblem } from '../problem.ts';
import type { Service } from '../supervisor/server-record.ts';

export interface ContainerFailure {
  readonly service: Service;
  readonly image: string;
  /** The end of the container's log. */
  readonly lastWords: string;
}

const advice: Record<Service, { readonly variable: string; readonly instead: string }> = {
  postgres: { variable: 'TEST_POSTGRES_IMAGE', instead: 'run with TEST_DATABASE=embedded' },
  redis: { variable: 'TEST_REDIS_IMAGE', instead: 'install redis-server' },
};

const missing =
  /No such image|pull access denied|manifest unknown|not found|registry|lookup .* no such host|\/v2\/|HTTP code 404/i;
const full = /No space left on device/i;

/** Why a container did not come up, with what to do about it. */
export function explainContainer(
  cause: unknown,
  { service, image, lastWords }: ContainerFailure,
): DatabaseProblem {
  const said = cause instanceof Error ? cause.message : String(cause);
  const { variable, instead } = advice[service];
  if (lastWords === '' && missing.test(said))
    return new DatabaseProblem(
      'image-missing',
      `The image ${image} cannot be had: ${said}`,
      `Try \`docker pull ${image}\`, or set ${variable} to one that you have, or ${instead}.`,
      { cause },
    );
  if (full.test(said) || full.test(lastWords))
    return new DatabaseProblem(
      'disk-full',
      `The container engine's disk is full: ${full.test(said) ? said : lastWords}`,
      `Make room with \`docker system prune\`, or ${instead}.`,
      { cause },
    );
  return new DatabaseProblem(
    'container-failed',
    `The container of ${image} did not come up: ${said}.\n${quote(lastWords)}`,
    `Set ${variable} to an image whose server starts, or ${instead}.`,
    { cause },
  );
}

function quote(lastWords: string): string {
  return lastWords === '' ? 'It said nothing.' : `Its last words:\n${lastWords.replaceAll(/^/gm, '  │ ')}`;
}
