import type { Expected } from './step.ts';
import type { Comparison } from './subjects.ts';

/** Compares the answers of both databases. Returns the problem with both transcripts; undefined if there is none. */
export function problemOf(comparison: Comparison, expected: Expected): string | undefined {
  const wrong = mismatch(comparison, expected);
  return wrong === undefined ? undefined : `${wrong}\n${sideBySide(comparison)}`;
}

function mismatch({ real, sandboxed, blamed }: Comparison, expected: Expected): string | undefined {
  const differs = real.join('\n') !== sandboxed.join('\n');
  if (expected.kind === 'same')
    return differs || blamed !== '' ? 'Expected equal answers, and no blame.' : undefined;
  if (expected.kind === 'documented') {
    if (!differs)
      return 'Expected the documented difference, but the answers are equal: correct docs/isolation.md.';
    return blamed === '' ? undefined : 'Expected a documented difference without blame.';
  }
  if (!expected.message.test(blamed))
    return `Expected the test to be blamed with ${String(expected.message)}.`;
  return namesFixture.test(blamed) ? undefined : 'The blame names no fixture to use.';
}

/** Returns whether the answers differ before anything was blamed, which random lists must never find. */
export function isSilent({ real, sandboxed, blamed, blamedAfter }: Comparison): boolean {
  if (real.slice(0, blamedAfter).join('\n') !== sandboxed.slice(0, blamedAfter).join('\n')) return true;
  return blamed === '' ? real.length !== sandboxed.length : !namesFixture.test(blamed);
}

const namesFixture = /`(?:committedDb|isolatedDb)`/;

export function sideBySide({ real, sandboxed, blamed }: Comparison): string {
  const lines = Array.from({ length: Math.max(real.length, sandboxed.length) }, (_, index) => {
    const [onReal, inSandbox] = [real[index] ?? '(nothing)', sandboxed[index] ?? '(nothing)'];
    return onReal === inSandbox ? `  ${onReal}` : `✗ real:      ${onReal}\n  sandboxed: ${inSandbox}`;
  });
  return [...lines, `blamed: ${blamed === '' ? '(nothing)' : blamed}`].join('\n');
}
