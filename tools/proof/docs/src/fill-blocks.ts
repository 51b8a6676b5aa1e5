/** Replaces the text between `<!-- name -->` and `<!-- /name -->` with the block of that name. */
export function fillBlocks(text: string, blocks: Readonly<Record<string, () => string>>): string {
  return Object.entries(blocks).reduce(
    (filled, [name, render]) =>
      filled.replace(
        new RegExp(`(<!-- ${name} -->\\n)[^]*?(<!-- /${name} -->)`, 'g'),
        (_, open: string, close: string) => `${open}\n${render()}\n\n${close}`,
      ),
    text,
  );
}
