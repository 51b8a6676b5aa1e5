/** Returns the URL of another database on the same server, optionally for another role. */
export function urlFor(url: string, database: string, role?: { name: string; password: string }): string {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(database)}`;
  if (role) {
    other.username = role.name;
    other.password = role.password;
  }
  return other.href;
}

/** Returns a connection string that can be printed. */
export function withoutPassword(url: string): string {
  // Without `//`, the URL parser does not recognize the password, and it would be printed.
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
