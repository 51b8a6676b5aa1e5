import { registerHooks } from 'node:module';

/** Loaded before a program: changes its sources as `TAKEN_OUT` says. A text that is not there stops the program. */
const protections = JSON.parse(process.env.TAKEN_OUT ?? '[]');

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    const taken = protections.filter(({ file }) => url.endsWith(`/${file}`));
    if (taken.length === 0) return loaded;
    return { ...loaded, source: taken.reduce(without, String(loaded.source)) };
  },
});

function without(source, { file, text, instead }) {
  if (!source.includes(text)) throw new Error(`${file} no longer has what was to be taken out: ${text}`);
  return source.replaceAll(text, () => instead);
}
