import { readFileSync } from 'node:fs';
import { checkPackage, createPackageFromTarballData, type Problem } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import type { PackedTarball } from './pack-kit.ts';

/** The most that a package may weigh unpacked, in KiB. It grows by decision, not by accident. */
const budgets: Readonly<Record<string, number>> = {
  'create-vouch': 2_000,
  '@vouch/coverage': 64,
  '@vouch/eslint-plugin': 64,
  '@vouch/nx': 2_900,
  '@vouch/testing': 2_800,
};

/** The kit is ESM alone: `require` of it works in the Node that it needs, and resolution as in Node 10 is not supported. */
function isAccepted(problem: Problem): boolean {
  return (
    problem.kind === 'CJSResolvesToESM' ||
    (problem.kind === 'NoResolution' && problem.resolutionKind === 'node10')
  );
}

/** Problems that a user of the packages would have: broken exports or types, and excess weight. */
export async function packageProblems(tarballs: readonly PackedTarball[]): Promise<string[]> {
  const problems = await Promise.all(
    tarballs.map(async (tarball) => [
      ...weightProblems(tarball),
      ...(await exportProblems(tarball)),
      ...(await typeProblems(tarball)),
    ]),
  );
  return problems.flat();
}

function weightProblems({ name, unpackedSize }: PackedTarball): string[] {
  const budget = budgets[name] ?? 0;
  const weight = Math.ceil(unpackedSize / 1_024);
  return weight <= budget ? [] : [`${name} weighs ${weight} KiB unpacked. Expected at most ${budget} KiB.`];
}

async function exportProblems({ name, file }: PackedTarball): Promise<string[]> {
  const tarball = new Uint8Array(readFileSync(file)).buffer;
  const { messages, pkg } = await publint({ pack: { tarball }, level: 'warning' });
  return messages.map((message) => `${name}: ${formatMessage(message, pkg) ?? message.code}`);
}

async function typeProblems({ name, file }: PackedTarball): Promise<string[]> {
  const analysis = await checkPackage(createPackageFromTarballData(new Uint8Array(readFileSync(file))));
  // a program alone has no types
  if (analysis.types === false) return name === 'create-vouch' ? [] : [`${name} has no types.`];
  return analysis.problems
    .filter((problem) => !isAccepted(problem))
    .map((problem) => `${name}: ${JSON.stringify(problem)}`);
}
