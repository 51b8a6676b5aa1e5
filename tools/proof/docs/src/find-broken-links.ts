import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The relative links of a document whose file or heading does not exist. */
export function findBrokenLinks(text: string, path: string): string[] {
  const links = [...text.matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links.filter((link) => !leadsSomewhere(link, text, path));
}

function leadsSomewhere(link: string, text: string, path: string): boolean {
  const [file = '', heading] = link.split('#');
  const target = join(dirname(path), file);
  if (file !== '' && !existsSync(target)) return false;
  if (heading === undefined || !(file === '' || file.endsWith('.md'))) return true;
  return headingsOf(file === '' ? text : readFileSync(target, 'utf8')).includes(heading);
}

/** Anchors as GitHub makes them. */
function headingsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
