/** What a newcomer reads once the API is up. The lines work as they stand. */
export function firstSteps(address: string, mailFolder: string): string {
  return `
  The API is at ${address}

  In a browser:
    ${address}         the demo tenants, and what to try
    ${address}/docs    every route

  In another terminal:
    TOKEN=$(curl -s ${address}/sessions -H 'content-type: application/json' \\
      -d '{"email":"ada@kestrel.example","password":"demo password 1"}' | sed 's/.*"token":"\\([^"]*\\)".*/\\1/')
    curl -s ${address}/organizations -H "authorization: Bearer $TOKEN"

  Mails that it sends are files in ${mailFolder}.
  Ctrl-C ends it; the data stay. To begin anew: npm start -- --reset
`;
}
