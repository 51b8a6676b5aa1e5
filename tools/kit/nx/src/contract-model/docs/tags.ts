/** The tags of the contract language beyond TSDoc's own. `tsdoc.json` tells editors the same. */
export const contractTags = [
  { tagName: '@promise', syntaxKind: 'block', allowMultiple: true },
  { tagName: '@category', syntaxKind: 'block', allowMultiple: true },
  { tagName: '@invariant', syntaxKind: 'block', allowMultiple: true },
  { tagName: '@law', syntaxKind: 'block', allowMultiple: true },
  { tagName: '@untested', syntaxKind: 'block', allowMultiple: true },
  { tagName: '@trait', syntaxKind: 'block', allowMultiple: true },
  { tagName: '@tenantScoped', syntaxKind: 'modifier' },
] as const;
