export interface Failure {
  /** The test, or another failing part. */
  readonly test: string;
  readonly message: string;
}

/** The message and its difference, up to the place in the code. */
const failure = /^ FAIL +(.+)\n([^]*?)(?=\n *❯ |\n FAIL |$(?![^]))/gm;

/** Reads the failures in a run's output. A failed run without named failures counts as one failure. */
export function failuresIn({ code, output }: { code: number | null; output: string }): Failure[] {
  if (code === 0) return [];
  const named = [...output.matchAll(failure)].map(([, test = '', message = '']) => ({
    test,
    message: message.trim(),
  }));
  if (named.length > 0) return named;
  return [{ test: 'the run', message: output.trim().split('\n').slice(-30).join('\n') }];
}
