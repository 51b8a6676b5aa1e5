/** Returns the first steps for a newcomer. The commands work unchanged. */
export function firstSteps(address: string, mailFolder: string): string {
  return `
  The API is at ${address}

  In a browser:
    ${address}         the demo tenants, and first steps
    ${address}/docs    every route
    ${address}/board   which promises are tested

  In another terminal:
    TOKEN=$(curl -s ${address}/sessions -H 'content-type: application/json' \\
      -d '{"email":"ada@kestrel.example","password":"demo password 1"}' | sed 's/.*"token":"\\([^"]*\\)".*/\\1/')
    curl -s ${address}/organizations -H "authorization: Bearer $TOKEN"

  Mails are files in ${mailFolder}.
  Stop with Ctrl-C; the data stay. Start over: npm start -- --reset
`;
}
