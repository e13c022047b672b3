import { z } from 'zod'
import type { App } from './deps.ts'
import { field } from '../schemas/field.ts'

/** The process is up and answers; says nothing of what it depends on. */
export function registerLivez(app: App): void {
  app.get(
    '/livez',
    {
      config: { scope: 'public' },
      exposeHeadRoute: true,
      schema: {
        operationId: 'isAlive',
        tags: ['Service'],
        summary: 'Is the process up?',
        description: 'Says nothing of what it depends on.',
        response: { 200: z.object({ status: field(z.literal('ok'), 'Always the same.') }) },
      },
    },
    () => ({
      status: 'ok' as const,
    }),
  )
}
