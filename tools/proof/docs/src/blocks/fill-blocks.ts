/** Renders a block. The argument is the text after the block's name, such as a path. */
export type Block = (argument: string) => string;

/** Fills each `<!-- name argument -->` … `<!-- /name -->` with what the block of that name renders. */
export function fillBlocks(text: string, blocks: Readonly<Record<string, Block>>): string {
  return text.replace(
    /(<!-- ([a-z]+)(?: ([^\n]+?))? -->\n)[^]*?(<!-- \/\2 -->)/g,
    (whole, open: string, name: string, argument: string | undefined, close: string) => {
      const render = blocks[name];
      return render ? `${open}\n${render(argument ?? '')}\n\n${close}` : whole;
    },
  );
}
