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
      : `the container engine at ${address} does not answer`;
  return { found: false, why, problem: answer === 'absent' ? absent(address) : silent(address) };
}

function absent(address: string): ServerProblem {
  return new ServerProblem(
    'no-server',
    `No container engine runs at ${address}.`,
    'Start Docker or Podman, or set DOCKER_HOST, or use the embedded server (TEST_DATABASE=embedded).',
  );
}

function silent(address: string): ServerProblem {
  return new ServerProblem(
    'engine-silent',
    `A program accepts connections at ${address} but does not answer a ping within 500 ms.`,
    'Check `docker info`, or restart the engine, or use the embedded server (TEST_DATABASE=embedded).',
  );
}
