import { ServerProblem } from '../model/server-problem.ts';
import { pingEngine } from '../containers/container-engine.ts';
import type { ProbeResult } from './probe-result.ts';
import { keyOf } from './probe-url.ts';
import type { Service } from '../model/server-record.ts';

export interface ContainerImage {
  readonly service: Service;
  readonly image: string;
  /** The address of the container engine. */
  readonly engine: string;
}

export async function probeContainer({
  service,
  image,
  engine: address,
}: ContainerImage): Promise<ProbeResult> {
  const answer = await pingEngine(address);
  if (answer === 'ok') {
    const key = keyOf(`${service}-container`, address, image);
    return {
      found: true,
      order: { service, source: 'container', key, image },
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

function absent(address: string): ServerProblem {
  return new ServerProblem(
    'no-server',
    `There is no container engine at ${address}.`,
    'Start Docker or Podman, or set DOCKER_HOST; or run without (TEST_DATABASE=embedded).',
  );
}

function silent(address: string): ServerProblem {
  return new ServerProblem(
    'engine-silent',
    `Something accepts connections at ${address} but does not answer a ping within 500 ms.`,
    'See `docker info`; restart the engine; or run without (TEST_DATABASE=embedded).',
  );
}
