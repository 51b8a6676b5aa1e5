import {
  type DocBlock,
  type DocComment,
  type DocNode,
  TSDocConfiguration,
  TSDocParser,
  TSDocTagDefinition,
  TSDocTagSyntaxKind,
} from '@microsoft/tsdoc';
import { type Documentation, type Law, noDocumentation } from './documentation.ts';
import { codeBlocksOf } from './code-blocks.ts';
import { bulletsOf, foldText } from './fold-text.ts';
import { promisesIn } from './promise-blocks.ts';
import { renderText } from './render-text.ts';
import { contractTags } from './tags.ts';

const parser = new TSDocParser(configuration());

/** Parses one documentation comment, from `/**` to its end. Malformed parts count as plain words. */
export function parseDocumentation(comment: string | undefined): Documentation {
  if (comment === undefined) return noDocumentation;
  const { docComment } = parser.parseString(comment);
  const text = (tag: string) => blocksOf(docComment, tag).map((block) => renderText(block.content));
  return {
    summary: foldText(renderText(docComment.summarySection)),
    remarks: docComment.remarksBlock ? bulletsOf(renderText(docComment.remarksBlock.content)) : [],
    returns: docComment.returnsBlock ? bulletsOf(renderText(docComment.returnsBlock.content)) : [],
    throws: blocksOf(docComment, '@throws')
      .map(thrown)
      .filter(({ text, error }) => text !== '' || error !== ''),
    params: new Map(
      docComment.params.blocks.map((block) => [block.parameterName, foldText(renderText(block.content))]),
    ),
    promises: promisesIn(docComment.customBlocks),
    invariants: blocksOf(docComment, '@invariant').flatMap(lawsIn),
    laws: blocksOf(docComment, '@law').flatMap(lawsIn),
    examples: blocksOf(docComment, '@example').flatMap((block) => codeBlocksOf(block)),
    waivers: text('@untested').map(waiver),
    tenantScoped: docComment.modifierTagSet.hasTagName('@tenantScoped'),
    inherits: docComment.inheritDocTag !== undefined,
  };
}

function configuration(): TSDocConfiguration {
  const result = new TSDocConfiguration();
  const kinds = { block: TSDocTagSyntaxKind.BlockTag, modifier: TSDocTagSyntaxKind.ModifierTag };
  const definitions = contractTags.map(
    (tag) => new TSDocTagDefinition({ ...tag, syntaxKind: kinds[tag.syntaxKind] }),
  );
  result.addTagDefinitions(definitions);
  return result;
}

function blocksOf(comment: DocComment, tag: string): readonly DocBlock[] {
  return comment.customBlocks.filter((block) => block.blockTag.tagName === tag);
}

/**
 * Parses `InvalidKeyError when the key is empty`. The error is a link, a name in braces, or a name that ends in
 * `Error`.
 */
function thrown({ content }: DocBlock): { error: string; text: string } {
  const text = foldText(renderText(content));
  const match = /^\{?([\p{L}_$][\p{L}\p{N}_$.]*)\}?(?:$|[\s,:;–—-]+)(.*)$/u.exec(text);
  const [, error = '', rest = ''] = match ?? [];
  const isName =
    text.startsWith('{') || /(?:Error|Exception)$/.test(error) || linksIn(content).includes(error);
  return isName ? { error, text: foldText(rest) } : { error: '', text };
}

function linksIn(node: DocNode): string[] {
  if (node.kind === 'LinkTag') return [renderText(node)];
  return node.getChildNodes().flatMap(linksIn);
}

/** Reads one law per bullet. In a law with code, the words describe the code. */
function lawsIn(block: DocBlock): Law[] {
  const text = renderText(block.content);
  const [code] = codeBlocksOf(block);
  if (code === undefined) return bulletsOf(text).map((bullet) => ({ text: bullet }));
  return [{ text: foldText(text) || code.replace(/\s+/g, ' '), code }];
}

function waiver(raw: string): { promise?: string; reason: string } {
  const text = foldText(raw);
  const match = /^#(\S+)\s+(.*)$/.exec(text);
  return match?.[1] ? { promise: match[1], reason: match[2] ?? '' } : { reason: text };
}
