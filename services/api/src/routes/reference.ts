import type { App } from './deps.ts'
import { referencePage, referencePolicy } from '../reference/page.ts'

/**
 * `GET /openapi.json` and `/reference`: this API, for programs and for people. Both are made once, of every route there is, when
 * somebody first asks: that takes 0.3 s of processor time, a third of what a service needs to start.
 */
export function registerReference(app: App): void {
  let made: { document: string; page: string } | undefined
  const described = (): { document: string; page: string } => {
    if (made) return made
    const document = app.swagger()
    made = { document: JSON.stringify(document), page: referencePage(document) }
    return made
  }

  app.get(
    '/openapi.json',
    {
      config: { scope: 'public' },
      schema: {
        operationId: 'getDocument',
        tags: ['Service'],
        summary: 'Read this description',
        description: 'OpenAPI 3.1 of every route, made of the schemas that the routes check with.',
        unchecked: {
          200: { description: 'The document.', content: { 'application/json': { schema: { type: 'object' } } } },
        },
      },
    },
    (_request, reply) => reply.type('application/json').send(described().document),
  )

  app.get(
    '/reference',
    {
      config: { scope: 'public' },
      schema: {
        operationId: 'showReference',
        tags: ['Service'],
        summary: 'Show this description to people',
        description: 'The same as a page. It loads nothing and runs nothing.',
        unchecked: { 200: { description: 'A page.', content: { 'text/html': { schema: { type: 'string' } } } } },
      },
    },
    (_request, reply) =>
      reply.type('text/html; charset=utf-8').header('content-security-policy', referencePolicy).send(described().page),
  )
}
