const topics = {
  nothing: 'no|not|none|missing|unknown|absent|undefined|null|empty',
  duplicates: 'duplicates?|already|twice|again|same|exists|taken|unique|replaces?|replaced|idempotent',
  failure: 'unavailable|fails?|failed|failure|down|away|unreachable|times? out|interrupted|ends|half done',
  null: 'null',
  omitted: 'omitted|left out|defaults?|without|unless',
  empty: 'empty|blank|valid|invalid|malformed|unknown|too short',
  'below-min': 'too (?:short|small|few|low|early)|shorter|smaller|fewer|less|below|bounds|range|between',
  'above-max':
    'too (?:long|large|big|many|much|high|late)|longer|larger|more|above|beyond|bounds|range|between|limit',
} as const;

export type Topic = keyof typeof topics;

/** True if the contract's words mention a topic, so that its case need not be derived. */
export function mentionsTopic(topic: Topic, statedText: string): boolean {
  return new RegExp(`\\b(?:${topics[topic]})\\b`, 'i').test(statedText);
}
