/** A file that begins with `About the sample alerts` in a comment is about it as a whole. */
export function isAboutSample(text: string, samples: readonly string[]): boolean {
  const [, sample] = /^(?:\/\/|<!--) About the sample ([a-z0-9-]+)\b/.exec(text) ?? [];
  return sample !== undefined && samples.includes(sample);
}

/** A text without what stands between `<sample alerts>` and `</sample alerts>`, each in a comment on a line of its own. */
export function stripSampleMarkers(text: string, samples: readonly string[]): string {
  return samples.reduce((rest, sample) => {
    const [open, close] = [mark(sample), mark(`/${sample}`)];
    return rest.replace(new RegExp(`^${open}$\\n[^]*?^${close}$\\n`, 'gm'), '');
  }, text);
}

function mark(name: string): string {
  const [, slash = '', sample = ''] = /^(\/?)(.*)$/.exec(name) ?? [];
  return `[^\\S\\n]*(?:\\/\\/|<!--) <${slash}sample ${RegExp.escape(sample)}>(?: -->)?`;
}
