import { DatabaseProblem } from '../problem.ts';

/** Why a container did not come up, with what to do about it. */
export function explainContainer(error: unknown, image: string): DatabaseProblem {
  const said = error instanceof Error ? error.message : String(error);
  if (
    /No such image|pull access denied|manifest unknown|not found|registry|lookup .* no such host|\/v2\/|HTTP code 404/i.test(
      said,
    )
  )
    return new DatabaseProblem(
      'image-missing',
      `The image ${image} cannot be had: ${said}`,
      `Try \`docker pull ${image}\`, or set TEST_POSTGRES_IMAGE to one that you have, or run with TEST_DATABASE=embedded.`,
      { cause: error },
    );
  if (/No space left on device/i.test(said))
    return new DatabaseProblem(
      'disk-full',
      `The container engine's disk is full: ${said}`,
      'Make room with `docker system prune`, or run with TEST_DATABASE=embedded.',
      { cause: error },
    );
  return new DatabaseProblem(
    'container-failed',
    `The container of ${image} did not come up: ${said}`,
    'Look at `docker ps -a` and `docker logs`, or run with TEST_DATABASE=embedded.',
    { cause: error },
  );
}
