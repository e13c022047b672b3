import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Html, html } from '../pages/html.ts'
import { shownDocument, type ShownDocument } from './document.ts'
import { operationArticle, type Place } from './operation.ts'
import { phrase, prose } from './prose.ts'

const style = readFileSync(new URL('reference.css', import.meta.url), 'utf8')

/** As one piece: a blank more between the tags, and the hash of the policy would not fit. */
const styleElement = new Html(`<style>${style}</style>`)

/** No script, no picture, nothing from elsewhere: only the style above. */
export const referencePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const placesOf = ({ paths }: ShownDocument): Place[] =>
  Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({ method, path, operation })),
  )

const groupOf = (places: readonly Place[], tag: string): Place[] =>
  places.filter(({ operation }) => operation.tags.includes(tag))

const link = ({ operation }: Place): Html =>
  html`<li><a href="#${operation.operationId}">${phrase(operation.summary)}</a></li>`

/** A whole page in the style of the reference. */
export const documentPage = (title: string, body: Html): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${styleElement}
      </head>
      <body>
        ${body}
      </body>
    </html> `.text

/** The whole OpenAPI document as one page for people. */
export function referencePage(document: unknown): string {
  const shown = shownDocument.parse(document)
  const places = placesOf(shown)
  const groups = shown.tags.map((tag) => ({ ...tag, id: `tag-${tag.name}`, places: groupOf(places, tag.name) }))
  return documentPage(
    `${shown.info.title} – API`,
    html`<nav aria-label="Routes">
        <p class="title"><a href="#top">${shown.info.title}</a></p>
        ${groups.map(
          ({ name, id, places: own }) =>
            html`<p><a href="#${id}">${name}</a></p>
              <ul>
                ${own.map(link)}
              </ul>`,
        )}
      </nav>
      <main id="top">
        <h1>${shown.info.title} <small>${shown.info.version}</small></h1>
        <p>As a document for programs: <a href="openapi.json">OpenAPI 3.1</a>.</p>
        ${prose(shown.info.description)}
        ${groups.map(
          ({ name, id, description, places: own }) =>
            html`<section>
              <h2 id="${id}">${name}</h2>
              ${prose(description)} ${own.map((place) => operationArticle(place, shown.components.schemas))}
            </section>`,
        )}
      </main>`,
  )
}
