/** Words to avoid, each with its replacement. To extend the list, add a line. Keys match whole words, in any case. */
export const avoidedWords: Readonly<Record<string, string>> = {
  whoever: 'name the person or the program',
  nobody: 'name the subject: "no test", "no process"',
  somebody: '"a person", "you"',
  mend: 'fix',
  mends: 'fixes',
  mended: 'fixed',
  mending: 'fixing',
  'to be had': 'available',
  'of its own': '"its own", "separate"',
  anew: 'again',
  'goes by': 'has, uses',
  'still not so': 'state the actual value',
  'have parted': 'are out of sync',
  told: 'configured, reported, printed',
  tells: 'reports, prints, shows',
};

/** Openings of a noun clause that stands for a sentence: "Whether it ran." A question may begin so. */
export const avoidedOpenings: Readonly<Record<string, string>> = {
  What: 'begin with a verb or a noun: "Returns …", "The …"',
  Whether: '"True if …", "Reports whether …"',
  Where: '"The place of …", "The folder …"',
};
