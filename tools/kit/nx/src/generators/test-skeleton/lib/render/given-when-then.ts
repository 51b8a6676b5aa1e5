import { withArticle } from '../../../lib/with-article.ts';
import { titleOf } from './title-of.ts';
import { lowerFirst } from './lower-first.ts';
import type { PlannedTest } from '../model/planned-test.ts';

/** Describes a promise's test in terms that a caller can observe. */
export function givenWhenThen(planned: PlannedTest): string[] {
  const { promise, contract, member } = planned;
  const someone = withArticle(contract.name);
  if (promise.kind === 'tenant') {
    return [
      'Given a resource of one tenant',
      `When another tenant calls ${callOf(planned)}`,
      thenLine(promise.text),
    ];
  }
  if (promise.kind === 'invariant' || promise.kind === 'law') {
    return [
      `Given ${someone} and any values that its types allow`,
      member ? `When ${callOf(planned)} is ${verbOf(planned)}` : 'When its members are called in any order',
      thenLine(promise.text),
    ];
  }
  if (promise.kind === 'remarks' || promise.kind === 'promise') {
    return [`Given ${someone}`, `When ${callOf(planned)} is ${verbOf(planned)}`, thenLine(promise.text)];
  }
  const [outcome, condition] = splitAtCondition(titleOf(planned));
  return [
    `Given ${condition ?? someone}`,
    `When ${callOf(planned)} is ${verbOf(planned)}`,
    `Then it ${outcome}`,
  ];
}

/** Adds the subject to a sentence that begins with its verb. */
function thenLine(text: string): string {
  const sentence = lowerFirst(text);
  return /^(?:never|always|does|is|has|can|cannot|may|must|will)\b/.test(sentence)
    ? `Then it ${sentence}`
    : `Then ${sentence}`;
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

/** Splits a title at its condition. A title with several conditions or outcomes stays whole. */
function splitAtCondition(title: string): [string, string | undefined] {
  const parts = title.split(/,? (?:when|if) /);
  const [outcome = title, condition] = parts;
  return parts.length === 2 && !outcome.includes(', or ') ? [outcome, condition] : [title, undefined];
}
