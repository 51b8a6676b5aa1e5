/** The tags that the contract language adds to TSDoc. `tsdoc.json` declares the same tags for editors. */
export const contractTags = [
  { tagName: '@promise', syntaxKind: 'block', allowMultiple: true },
  { tagName: '@category', syntaxKind: 'block', allowMultiple: true },
  { tagName: '@invariant', syntaxKind: 'block', allowMultiple: true },
  { tagName: '@law', syntaxKind: 'block', allowMultiple: true },
  { tagName: '@untested', syntaxKind: 'block', allowMultiple: true },
  { tagName: '@trait', syntaxKind: 'block', allowMultiple: true },
  { tagName: '@tenantScoped', syntaxKind: 'modifier' },
] as const;
