/** True if the file begins with the comment `About the sample alerts`. */
export function isAboutSample(text: string, samples: readonly string[]): boolean {
  const [, sample] = /^(?:\/\/|<!--) About the sample ([a-z0-9-]+)\b/.exec(text) ?? [];
  return sample !== undefined && samples.includes(sample);
}

/** Removes the text between `<sample alerts>` and `</sample alerts>`, each a comment on its own line. */
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
