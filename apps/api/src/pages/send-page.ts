import type { FastifyReply } from 'fastify';

export interface Page {
  readonly title: string;
  /** What stands below the title, as HTML: whatever comes from somebody else is to be escaped. */
  readonly content: string;
  /** The path of a script to load. */
  readonly script?: string;
}

/** For routes that answer with pages: open to anyone, and of no interest to programs. */
export const asPage = { config: { policy: 'public' }, schema: { hide: true } } as const;

/** A page for people, whose styles and scripts come from this server and from nowhere else. */
export function sendPage(reply: FastifyReply, { title, content, script }: Page): FastifyReply {
  return reply
    .header('content-security-policy', policy)
    .type('text/html; charset=utf-8')
    .send(
      `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css">
${script === undefined ? '' : `<script src="${script}" defer></script>`}
</head>
<body>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`,
    );
}

const own = ['script-src', 'style-src', 'connect-src'].map((kind) => `${kind} 'self'`);
const none = ['default-src', 'base-uri', 'form-action', 'frame-ancestors'].map((kind) => `${kind} 'none'`);
const policy = [...none, ...own, 'img-src data:'].join('; ');
