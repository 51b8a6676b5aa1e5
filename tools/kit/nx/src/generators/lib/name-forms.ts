/** The spellings of a name in code: `price-list`, `PriceList`, `priceList`. */
export interface NameForms {
  readonly fileName: string;
  readonly className: string;
  readonly propertyName: string;
}

/** Accepts a checked name, or an identifier such as `PriceList`. */
export function nameForms(name: string): NameForms {
  const parts = name
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1-$2')
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1-$2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((part) => part.toLowerCase());
  if (parts.length === 0) return nameForms(`sign ${[...name].map((sign) => sign.codePointAt(0)).join(' ')}`);
  const className = parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('');
  return {
    fileName: parts.join('-'),
    className,
    propertyName: className.charAt(0).toLowerCase() + className.slice(1),
  };
}

/** Returns a name as an identifier: `cache`, or `the2fa` for `$2fa`, because identifiers cannot begin with a digit. */
export function identifierOf(name: string): string {
  const { className, propertyName } = nameForms(name);
  return /^\d/.test(propertyName) ? `the${className}` : propertyName;
}
