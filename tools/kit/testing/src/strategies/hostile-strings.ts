import fc, { type Arbitrary } from 'fast-check';

/** Kinds of text that attack code which uses it without care. */
export type Hostility = 'sql' | 'xss' | 'path' | 'unicode' | 'format';

const attacks: Readonly<Record<Hostility, readonly string[]>> = {
  sql: [
    ...[
      "' OR '1'='1",
      "'; DROP TABLE users; --",
      "1' UNION SELECT NULL, version() --",
      "admin'--",
      '" OR ""="',
      "') OR ('1'='1",
    ],
    ...[
      "'; SELECT pg_sleep(5); --",
      "\\'; SELECT 1; --",
      '$$; SELECT 1; $$',
      "1; COPY users TO PROGRAM 'id'",
      '%',
      '_',
      "E'\\x27'",
    ],
  ],
  xss: [
    ...[
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '"><svg/onload=alert(1)>',
      'javascript:alert(1)',
    ],
    ...[
      "'-alert(1)-'",
      '</textarea><script>alert(1)</script>',
      '{{constructor.constructor("alert(1)")()}}',
      '<a href="&#106;avascript:alert(1)">',
    ],
    ...['<iframe srcdoc="<script>alert(1)</script>">', '<!--<img src="--><img src=x onerror=alert(1)//">'],
  ],
  path: [
    ...[
      '../../../etc/passwd',
      '..\\..\\windows\\win.ini',
      '%2e%2e%2fetc%2fpasswd',
      '....//....//etc/passwd',
      '/etc/passwd',
    ],
    ...[
      '..%252f..%252fetc/passwd',
      '..%c0%af..%c0%afetc/passwd',
      'file:///etc/passwd',
      'a\u0000.png',
      'CON',
      '.',
      '..',
      '~root/.ssh/id_rsa',
    ],
  ],
  unicode: [
    ...[
      '\u0000',
      '\uFEFF',
      '\u200B',
      '\u202Egnp.exe',
      '\uD800',
      'ﷺ',
      'İi',
      'ß',
      'e\u0301',
      'é',
      'ﬀ',
      '👩‍👩‍👧‍👦',
      '🇩🇪',
      '\u2028',
      '\u0085',
    ],
    ...['а\u0501min', 'ℌ', 'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢', '１２３', '\uFFFE'],
  ],
  format: [
    ...[
      '%s%s%n',
      '${7*7}',
      '{{7*7}}',
      '#{7*7}',
      '$(id)',
      '`id`',
      '; id',
      '| id',
      '&& id',
      '\r\nX-Injected: 1',
      'a\nb',
      '=1+1',
      '@SUM(1)',
    ],
    ...[
      '__proto__',
      'constructor',
      'toString',
      'null',
      'undefined',
      'NaN',
      '1e309',
      '-0',
      '00',
      '0x10',
      '[]',
      '{"$gt":""}',
      '*)(uid=*))(|(uid=*',
    ],
  ],
};

/**
 * Generates text that attacks: well-known attacks of each kind, alone and within other text. Use it to test that text
 * is stored or rejected, but never interpreted.
 *
 * @example
 * import fc from 'fast-check';
 * const samples = fc.sample(hostileStrings('sql'), 10);
 * expect(samples).toHaveLength(10);
 */
export function hostileStrings(...kinds: readonly Hostility[]): Arbitrary<string> {
  const wanted = kinds.length > 0 ? kinds : (Object.keys(attacks) as Hostility[]);
  const attack = fc.constantFrom(...wanted.flatMap((kind) => attacks[kind]));
  const surrounded = fc
    .tuple(fc.string({ maxLength: 8 }), attack, fc.string({ maxLength: 8 }))
    .map((parts) => parts.join(''));
  return fc.oneof({ weight: 2, arbitrary: attack }, surrounded);
}

/**
 * Generates hostile text that PostgreSQL can store: without the zero byte and lone surrogates.
 *
 * @example
 * import fc from 'fast-check';
 * fc.assert(fc.property(storableHostileStrings(), (text) => !text.includes('\0')));
 */
export function storableHostileStrings(...kinds: readonly Hostility[]): Arbitrary<string> {
  return hostileStrings(...kinds).filter((text) => !text.includes('\u0000') && text.isWellFormed());
}
