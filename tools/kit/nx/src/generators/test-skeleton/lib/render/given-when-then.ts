import { withArticle } from '../../../lib/with-article.ts';
import { titleOf } from './title-of.ts';
import { lowerFirst } from './lower-first.ts';
import type { PlannedTest } from '../model/planned-test.ts';

/** The scenario of a promise's test, in what a caller can observe. */
export function givenWhenThen(planned: PlannedTest): string[] {
  const { promise, contract, member } = planned;
  const someone = withArticle(contract.name);
  if (promise.kind === 'tenant') {
    return [
      'Given something that belongs to one tenant',
      `When another tenant calls ${callOf(planned)}`,
      `Then ${lowerFirst(promise.text)}`,
    ];
  }
  if (promise.kind === 'invariant' || promise.kind === 'law') {
    return [
      `Given ${someone} and values of any kind that its types allow`,
      member ? `When ${callOf(planned)} is ${verbOf(planned)}` : 'When it is used in any order',
      `Then ${lowerFirst(promise.text)}`,
    ];
  }
  if (promise.kind === 'remarks' || promise.kind === 'promise') {
    return [
      `Given ${someone}`,
      `When ${callOf(planned)} is ${verbOf(planned)}`,
      `Then ${lowerFirst(promise.text)}`,
    ];
  }
  const [outcome, condition] = splitAtCondition(titleOf(planned));
  return [
    `Given ${condition ?? someone}`,
    `When ${callOf(planned)} is ${verbOf(planned)}`,
    `Then it ${outcome}`,
  ];
}

function callOf({ member, promise, contract }: PlannedTest): string {
  if (!member) return `\`${contract.name}\``;
  const parameters = member.signatures[promise.signature ?? 0]?.parameters ?? [];
  const name = member.name === '' ? contract.name : member.name;
  return member.kind === 'property'
    ? `\`${name}\``
    : `\`${name}(${parameters.map((parameter) => parameter.name).join(', ')})\``;
}

function verbOf({ member }: PlannedTest): string {
  if (!member) return 'used';
  return member.kind === 'property' ? 'read' : 'called';
}

/** A condition stands once, at the end, and is about the whole outcome: others cannot be taken apart. */
function splitAtCondition(title: string): [string, string | undefined] {
  const parts = title.split(/,? (?:when|if) /);
  const [outcome = title, condition] = parts;
  return parts.length === 2 && !outcome.includes(', or ') ? [outcome, condition] : [title, undefined];
}
