import type { FastifyReply } from 'fastify';

export interface Page {
  readonly title: string;
  /** HTML below the title. Text from outside must be escaped with `escapeHtml`. */
  readonly content: string;
  /** The path of a script to load. */
  readonly script?: string;
}

/** Options of routes that serve pages: public, and not part of the API's description. */
export const pageRoute = { config: { policy: 'public' }, schema: { hide: true } } as const;

/** Sends a page that may load styles and scripts only from this server. */
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

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
