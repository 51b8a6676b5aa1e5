import { defaultLevels, type Level, type Tag, tags } from '@vouch/nx/levels';
import { markdownTable } from './markdown-table.ts';

/** The generated tables of the documents. */
export const blocks = { levels: levelTable, tags: tagTable };

function levelTable(): string {
  const heads = ['level', 'time limit of a test', 'modules', 'needs', 'in `test`'];
  return markdownTable(heads, defaultLevels.map(levelRow));
}

function levelRow({ name, timeout, modules, needs, inTest, alone }: Level): string[] {
  const limit = timeout === 0 ? 'none' : `${timeout / 1_000} s`;
  const sharing = modules === 'shared' ? 'own modules fresh per file, packages shared' : 'isolated';
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
  return markdownTable(['tag', 'meaning', 'skipped without'], rows);
}
