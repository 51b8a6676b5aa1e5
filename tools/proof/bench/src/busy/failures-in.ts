export interface Failure {
  /** The test, or what else failed. */
  readonly test: string;
  readonly message: string;
}

const failure = /^ FAIL +(.+)\n(.+(?:\n.+)*)/gm;

/** What a run printed of its failures. One that failed without naming any is a failure itself. */
export function failuresIn({ code, output }: { code: number | null; output: string }): Failure[] {
  if (code === 0) return [];
  const named = [...output.matchAll(failure)].map(([, test = '', message = '']) => ({ test, message }));
  if (named.length > 0) return named;
  return [{ test: 'the run', message: output.trim().split('\n').slice(-30).join('\n') }];
}
