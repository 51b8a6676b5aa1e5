import type { Rule } from 'eslint';
import { avoidedWords } from './avoided-words.ts';
import { type AvoidedWord, findAvoidedOpenings, findAvoidedWords } from './find-avoided-words.ts';

interface Options {
  /** Further words to avoid, each with its replacement. */
  readonly words?: Readonly<Record<string, string>>;
}

/** Reports words of the list in comments, in messages of errors and in console output. */
export const plainEnglish: Rule.RuleModule = {
  meta: {
    type: 'suggestion',
    docs: { description: 'plain English in comments, error messages and console output' },
    messages: { avoid: 'Avoid "{{word}}". Use instead: {{use}}.' },
    schema: [
      {
        type: 'object',
        properties: { words: { type: 'object', additionalProperties: { type: 'string' } } },
        additionalProperties: false,
      },
    ],
  },
  create(context) {
    const [options] = context.options as [Options?];
    const words = { ...avoidedWords, ...options?.words };
    const report = (start: number, found: readonly AvoidedWord[]): void => {
      for (const { word, use, index } of found) {
        const loc = context.sourceCode.getLocFromIndex(start + index);
        context.report({ loc, messageId: 'avoid', data: { word, use } });
      }
    };
    const reportTexts = (expressions: readonly Node[]): void => {
      for (const { start, text } of expressions.flatMap(textsIn))
        report(start, findAvoidedWords(text, words));
    };
    return {
      Program() {
        for (const { value, range } of context.sourceCode.getAllComments()) {
          const start = (range?.[0] ?? 0) + 2;
          report(start, findAvoidedWords(value, words));
          report(start, findAvoidedOpenings(value));
        }
      },
      NewExpression({ callee, arguments: given }) {
        if (callee.type === 'Identifier' && callee.name.endsWith('Error')) reportTexts(given);
      },
      CallExpression({ callee, arguments: given }) {
        if (callee.type === 'Super' || isConsole(callee)) reportTexts(given);
      },
    };
  },
};

type Listened<Name extends keyof Rule.NodeListener> = Parameters<NonNullable<Rule.NodeListener[Name]>>[0];
type CallExpression = Listened<'CallExpression'>;
type Node = CallExpression['arguments'][number] | Listened<'BinaryExpression'>['left'];

function isConsole(callee: CallExpression['callee']): boolean {
  return (
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'console'
  );
}

interface Text {
  readonly start: number;
  readonly text: string;
}

/** Returns the literal parts of an expression: of strings, templates, concatenations and conditions. */
function textsIn(node: Node): Text[] {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [{ start: startOf(node) + 1, text: node.value }] : [];
    case 'TemplateLiteral':
      return [
        ...node.quasis.map((part) => ({ start: startOf(part) + 1, text: part.value.raw })),
        ...node.expressions.flatMap(textsIn),
      ];
    case 'BinaryExpression':
      return [node.left, node.right].flatMap(textsIn);
    case 'ConditionalExpression':
      return [node.consequent, node.alternate].flatMap(textsIn);
    default:
      return [];
  }
}

function startOf(node: { range?: [number, number] | undefined }): number {
  return node.range?.[0] ?? 0;
}
