import { DatabaseProblem } from '../problem.ts';
import { pingEngine } from './ping-engine.ts';
import type { Finding } from './look.ts';
import { keyOf } from './look-at-url.ts';
import type { Service } from '../supervisor/server-record.ts';

export interface WantedContainer {
  readonly service: Service;
  readonly image: string;
  /** The address of the container engine. */
  readonly engine: string;
}

export async function lookAtContainer({
  service,
  image,
  engine: address,
}: WantedContainer): Promise<Finding> {
  const answer = await pingEngine(address);
  if (answer === 'ok') {
    const key = keyOf(`${service}-container`, address, image);
    return {
      found: true,
      order: { service, rung: 'container', key, image },
      at: `${image} at ${address}`,
      identity: `image ${image}`,
    };
  }
  const why =
    answer === 'absent'
      ? `no container engine at ${address}`
      : `the container engine at ${address} is silent`;
  return { found: false, why, problem: answer === 'absent' ? absent(address) : silent(address) };
}

function absent(address: string): DatabaseProblem {
  return new DatabaseProblem(
    'no-server',
    `There is no container engine at ${address}.`,
    'Start Docker or Podman, or set DOCKER_HOST; or run without (TEST_DATABASE=embedded).',
  );
}

function silent(address: string): DatabaseProblem {
  return new DatabaseProblem(
    'engine-silent',
    `Something accepts connections at ${address} but does not answer a ping within 500 ms.`,
    'See `docker info`; restart the engine; or run without (TEST_DATABASE=embedded).',
  );
}
