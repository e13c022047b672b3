import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Html, html } from './html.ts'

const languages = ['pl', 'en'] as const
export type Language = (typeof languages)[number]

export interface Words {
  title: string
  text: string | Html
}

/** What a person is shown who came by a link from a ticket. */
export interface Page extends Record<Language, Words> {
  status: number
  /** Seconds after which it is worth trying again. */
  retryAfter?: number
  /** What the page does by itself; it may talk to this very service only. */
  script?: string
}

const isLanguage = (tag: string): tag is Language => languages.some((known) => known === tag)

/** The first of our languages that the browser asks for, by its weights; Polish for all others. */
function languageOf({ headers }: Pick<FastifyRequest, 'headers'>): Language {
  const wishes = (headers['accept-language'] ?? '').split(',').map((wish) => {
    const [tag = '', ...parameters] = wish.trim().toLowerCase().split(';')
    const weight = parameters.map((one) => one.trim()).find((one) => one.startsWith('q='))
    return { language: tag.split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight.slice(2)) }
  })
  const [first] = wishes
    .filter(({ language, weight }) => isLanguage(language) && weight > 0)
    .sort((one, other) => other.weight - one.weight)
  return first && isLanguage(first.language) ? first.language : 'pl'
}

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; display: grid; place-items: center; min-height: 100vh; }
main { max-width: 34rem; padding: 2rem 1.25rem; }
h1 { font-size: 1.4rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
section p { margin: 0 0 .25rem; overflow-wrap: anywhere; }
ul { margin: 0; padding-left: 1.1rem; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; margin: 0 0 1.25rem; }
dt { opacity: .7; }
dd { margin: 0; overflow-wrap: anywhere; }
button { font: inherit; font-weight: 600; padding: .65rem 1.25rem; border: 0; border-radius: .4rem; background: #0b5cad; color: #fff; cursor: pointer; }
button:hover { background: #084a8c; }
button:focus-visible { outline: 3px solid #f5a524; outline-offset: 2px; }
`

/** As one piece: a blank more between the tags, and the hash of the policy would not fit. */
const styleElement = new Html(`<style>${style}</style>`)

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** No picture, nothing from elsewhere: only the style above, the page's own script, and forms to this very service. */
const policyOf = ({ script }: Page): string =>
  [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    ...(script === undefined ? [] : [`script-src ${hashOf(script)}`, "connect-src 'self'"]),
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** Answers with a page in the language of the browser. */
export function sendPage(reply: FastifyReply, page: Page): FastifyReply {
  const language = languageOf(reply.request)
  const { title, text } = page[language]
  const document = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        ${styleElement}
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${text instanceof Html ? text : html`<p>${text}</p>`}
        </main>
        ${page.script === undefined ? '' : new Html(`<script>${page.script}</script>`)}
      </body>
    </html> `
  const before = reply.getHeader('vary')
  if (page.retryAfter !== undefined) void reply.header('retry-after', page.retryAfter)
  return (
    reply
      .code(page.status)
      .type('text/html; charset=utf-8')
      .header('content-security-policy', policyOf(page))
      .header('vary', [before, 'accept-language'].filter((name) => name !== undefined).join(', '))
      // Without any referrer a browser calls the origin of a form "null", and the form would be refused as a foreign one.
      .header('referrer-policy', 'same-origin')
      .send(document.text)
  )
}
