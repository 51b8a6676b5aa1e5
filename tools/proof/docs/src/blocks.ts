import { defaultLevels, type Level, type Tag, tags } from '@vouch/nx/levels';
import { markdownTable } from './markdown-table.ts';

/** Tables of the documents that are data elsewhere. */
export const blocks = { levels: levelTable, tags: tagTable };

function levelTable(): string {
  const heads = ['level', 'one test may take', 'modules', 'needs', 'in `test`'];
  return markdownTable(heads, defaultLevels.map(levelRow));
}

function levelRow({ name, timeout, modules, needs, inTest, alone }: Level): string[] {
  const limit = timeout === 0 ? 'as long as it likes' : `${timeout / 1_000} s`;
  const sharing = modules === 'shared' ? 'own fresh per file, packages shared' : 'isolated';
  return [
    name,
    limit,
    alone ? `${sharing}, alone` : sharing,
    needs.join(', ') || 'nothing',
    inTest ? 'yes' : 'no',
  ];
}

function tagTable(): string {
  const rows = Object.entries<Tag>(tags).map(([name, { description, needs }]) => [
    `\`${name}\``,
    description,
    needs ?? '',
  ]);
  return markdownTable(['tag', 'meaning', 'skipped where there is no'], rows);
}
