import { both } from '@connector/domain/words'
import { z } from 'zod'
import type { App } from './deps.ts'
import { ApiError } from '../errors/api-error.ts'
import { catalogue, isProblemCode, type ProblemCode } from '../errors/catalogue.ts'
import { html } from '../pages/html.ts'
import { documentPage, referencePolicy } from '../reference/page.ts'
import { phrase } from '../reference/prose.ts'
import { field } from '../schemas/field.ts'

function pageOf(code: ProblemCode): string {
  const { status, title, titlePl, action, actionPl } = catalogue[code]
  return documentPage(
    title,
    html`<main>
      <h1>${title}</h1>
      <p>Code <code>${code}</code>, status ${status}.</p>
      <p>${phrase(action)}</p>
      <p lang="pl">${titlePl}. ${phrase(actionPl)}</p>
      <p><a href="../reference">All routes</a></p>
    </main>`,
  )
}

/** `GET /problems/:code`: where the `type` of a problem leads. Programs have all of it in the problem itself. */
export function registerProblems(app: App): void {
  app.get(
    '/problems/:code',
    {
      config: { scope: 'public' },
      schema: {
        operationId: 'explainProblem',
        tags: ['Service'],
        summary: 'Explain a problem to people',
        description: 'Where the `type` of a problem leads.',
        problems: ['route.unknown'],
        params: z.object({ code: field(z.string().max(100), 'The `code` of the problem.', 'tenant.unknown') }),
        unchecked: { 200: { description: 'A page.', content: { 'text/html': { schema: { type: 'string' } } } } },
      },
    },
    (request, reply) => {
      const { code } = request.params
      if (!isProblemCode(code))
        throw new ApiError('route.unknown', both(`Nie ma problemu ${code}.`, `There is no problem ${code}.`))
      return reply
        .type('text/html; charset=utf-8')
        .header('content-security-policy', referencePolicy)
        .send(pageOf(code))
    },
  )
}
