const unreachable =
  /\b(ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b/;

/** A sentence or two that say why `npm ci` failed and what mends it. */
export function explainFailure(output, code) {
  const reason = unreachable.exec(output)?.[1];
  if (reason !== undefined) {
    return [
      `The npm registry could not be reached (${reason}), so nothing could be installed.`,
      'Expected: a registry that answers. See which one is asked: npm config get registry',
      'Behind a proxy: npm config set proxy http://host:port. Then run the same command again.',
    ].join('\n');
  }
  if (/\bENOSPC\b/.test(output))
    return 'The disk is full: npm could not write. Free some room (see: df -h .) and run the same command again.';
  if (/\bEUSAGE\b/.test(output))
    return `package.json and package-lock.json do not agree. Bring them together with: npm install\n\n${output}`;
  return `npm ci ended with code ${code}. What it said:\n\n${output}`;
}
