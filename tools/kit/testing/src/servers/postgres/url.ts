/** The same server, another database, and another role where one is given. */
export function urlFor(url: string, database: string, role?: { name: string; password: string }): string {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(database)}`;
  if (role) {
    other.username = role.name;
    other.password = role.password;
  }
  return other.href;
}

/** A connection string that may be printed. */
export function withoutPassword(url: string): string {
  // without an authority the password is no password to the parser, and would be shown
  if (!url.includes('://')) return '(not a URL)';
  try {
    const shown = new URL(url);
    if (shown.password) shown.password = '***';
    if (shown.searchParams.has('password')) shown.searchParams.set('password', '***');
    return shown.href;
  } catch {
    return '(not a URL)';
  }
}
