const unreachable =
  /\b(ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b/;

/** Explains why `npm ci` failed, and the fix. */
export function explainFailure(output, code) {
  const reason = unreachable.exec(output)?.[1];
  if (reason !== undefined) {
    return [
      `The npm registry could not be reached (${reason}). Nothing was installed.`,
      'Expected a registry that answers. Show the configured one: npm config get registry',
      'Behind a proxy: npm config set proxy http://host:port. Then run the same command again.',
    ].join('\n');
  }
  if (/\bENOSPC\b/.test(output))
    return 'The disk is full: npm could not write. Free some space (see: df -h .) and run the same command again.';
  if (/\bEUSAGE\b/.test(output))
    return `package.json and package-lock.json are out of sync. Run: npm install\n\n${output}`;
  return `npm ci failed with code ${code}. Its output:\n\n${output}`;
}
