/** A rule for text columns with a familiar name. */
export interface TextRule {
  /** Matches the words of the name, in lower case and separated by spaces. */
  readonly named: RegExp;
  readonly code?: string;
  /** The code for a unique column. */
  readonly unique?: string;
  /** True if the values are always unique. */
  readonly alwaysUnique?: boolean;
  /** The largest number of characters; 100 by default. 0 if it fits any column. */
  readonly longest?: number;
}

export const people = new Set(
  'account author candidate client contact customer driver employee guest member owner patient person player student teacher user'.split(
    ' ',
  ),
);

export const companies = new Set(
  'brand business company employer organisation organization partner shop store supplier tenant vendor workspace'.split(
    ' ',
  ),
);

/** The first match applies. */
export const textRules: readonly TextRule[] = [
  {
    named: /\bemail\b/,
    unique: '`${number}.${faker.internet.exampleEmail()}`.toLowerCase()',
    alwaysUnique: true,
    longest: 60,
  },
  { named: /\b(?:slug|handle)\b/, unique: '`<entity>-${number}`', alwaysUnique: true, longest: 0 },
  {
    named: /\b(?:hash|digest|checksum)\b/,
    unique: "number.toString(16).padStart(<length>, '0')",
    alwaysUnique: true,
    longest: 0,
  },
  {
    named: /\b(?:token|secret|password|salt|nonce)\b/,
    code: 'faker.string.alphanumeric(43)',
    unique: "String(number).padStart(43, 'A')",
    longest: 43,
  },
  { named: /\b(?:username|user name|login|nickname)\b/, code: 'faker.internet.username()', longest: 40 },
  { named: /\b(?:first|given|middle) name\b/, code: 'faker.person.firstName()', longest: 20 },
  { named: /\b(?:last|family|sur) ?name\b/, code: 'faker.person.lastName()', longest: 20 },
  { named: /\bfile ?name\b/, code: 'faker.system.fileName()', longest: 60 },
  { named: /\b(?:host|host name|domain)$/, code: 'faker.internet.domainName()', longest: 50 },
  { named: /\b(?:company|employer|organi[sz]ation)(?: name)?$/, code: 'faker.company.name()', longest: 60 },
  {
    named: /\b(?:url|uri|link|website|homepage|endpoint|href|avatar|logo|image|photo|picture)$/,
    code: 'faker.internet.url({ appendSlash: false })',
    unique: '`https://example.com/${number}`',
    longest: 60,
  },
  { named: /\b(?:phone|mobile|fax)\b/, code: "faker.phone.number({ style: 'international' })", longest: 16 },
  { named: /\bip(?: address)?$/, code: 'faker.internet.ipv4()', longest: 15 },
  { named: /\bmac(?: address)?$/, code: 'faker.internet.mac()', longest: 17 },
  { named: /\buser agent$/, code: 'faker.internet.userAgent()', longest: 200 },
  { named: /\b(?:title|subject|headline|label|caption)$/, code: 'faker.lorem.words(3)', longest: 60 },
  {
    named: /\b(?:description|text|body|content|comment|note|notes|message|summary|reason|bio|about|details)$/,
    code: 'faker.lorem.sentence()',
    longest: 120,
  },
  { named: /\b(?:street|address|address line)$/, code: 'faker.location.streetAddress()', longest: 50 },
  { named: /\b(?:city|town)$/, code: 'faker.location.city()', longest: 40 },
  { named: /\b(?:zip|postal|post ?code)\b/, code: 'faker.location.zipCode()', longest: 10 },
  { named: /\b(?:province|region|county)$/, code: 'faker.location.state()', longest: 30 },
  { named: /\bcountry code$/, code: 'faker.location.countryCode()', longest: 2 },
  { named: /\bcountry$/, code: 'faker.location.country()', longest: 60 },
  { named: /\bcurrency\b/, code: 'faker.finance.currencyCode()', longest: 3 },
  { named: /\biban$/, code: 'faker.finance.iban()', longest: 34 },
  { named: /\bcolou?r$/, code: 'faker.color.rgb()', longest: 7 },
  { named: /\b(?:locale|language|lang)$/, code: "'en'", longest: 2 },
  { named: /\b(?:time ?zone|tz)$/, code: 'faker.location.timeZone()', longest: 40 },
  { named: /\b(?:mime|mime type|content type|media type)$/, code: 'faker.system.mimeType()', longest: 90 },
  { named: /\bpath$/, code: 'faker.system.filePath()', longest: 80 },
  { named: /\bversion$/, code: 'faker.system.semver()', longest: 10 },
  { named: /\bjob(?: title)?$/, code: 'faker.person.jobTitle()', longest: 60 },
  {
    named: /\b(?:code|number|reference|sku|key)$/,
    unique: '`<entity>-${number}`',
    alwaysUnique: true,
    longest: 0,
  },
  { named: /\b(?:type|kind|category|status|state)$/, code: 'faker.lorem.word()', longest: 20 },
];
