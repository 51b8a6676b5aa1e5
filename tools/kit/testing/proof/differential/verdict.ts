import type { Expected } from './step.ts';
import type { Comparison } from './subjects.ts';

/** Compares what both databases answered. Returns what is wrong, with both transcripts; undefined when all is right. */
export function problemOf(comparison: Comparison, expected: Expected): string | undefined {
  const wrong = mismatch(comparison, expected);
  return wrong === undefined ? undefined : `${wrong}\n${sideBySide(comparison)}`;
}

function mismatch({ real, sandboxed, blamed }: Comparison, expected: Expected): string | undefined {
  const differs = real.join('\n') !== sandboxed.join('\n');
  if (expected.kind === 'same')
    return differs || blamed !== '' ? 'Expected the same answers, and nothing to blame.' : undefined;
  if (expected.kind === 'documented') {
    if (!differs) return 'Expected the documented difference, and there is none: correct docs/isolation.md.';
    return blamed === '' ? undefined : 'Expected a difference that is documented, and not blamed.';
  }
  if (!expected.message.test(blamed))
    return `Expected the test to be blamed with ${String(expected.message)}.`;
  return namesFixture.test(blamed) ? undefined : 'The blame names no fixture to use skipped.';
}

/** Whether both differ before anything was blamed on the test: what random lists must never find. */
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
