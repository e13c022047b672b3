import { z } from 'zod'
import type { App } from '../app.ts'

/** The process is up and answers; says nothing of what it depends on. */
export function registerLivez(app: App): void {
  app.get(
    '/livez',
    { config: { scope: 'public' }, schema: { response: { 200: z.object({ status: z.literal('ok') }) } } },
    () => ({
      status: 'ok' as const,
    }),
  )
}
