import { resolveEffect, type EffectState } from '@connector/domain'
import { z } from 'zod'
import type { App, RouteDeps } from '../../../../app.ts'
import { ApiError } from '../../../../errors/api-error.ts'
import { problems } from '../../../../errors/problem.ts'
import { conversationOfEffect, readEffects } from '../../../../reads/effects.ts'
import { effectParams, effectView } from '../../../effect-schemas.ts'
import { integrationParams } from '../../../schemas.ts'

const statesOf = {
  parked: ['parked'],
  waiting: ['planned', 'claimed', 'unknown'],
  open: ['planned', 'claimed', 'unknown', 'parked'],
} as const satisfies Record<string, readonly EffectState[]>

/** `GET …/integrations/:integrationId/effects`: writes that need a person (by default), that wait, or both; oldest first. */
export function registerEffects(app: App, { directory, store }: RouteDeps): void {
  app.get(
    '/api/tenants/:tenantId/integrations/:integrationId/effects',
    {
      config: { scope: 'status:read' },
      schema: {
        params: integrationParams,
        querystring: z.object({
          state: z.enum(['parked', 'waiting', 'open']).default('parked'),
          limit: z.coerce.number().int().min(1).max(200).default(50),
          cursor: z.string().max(2_000).optional(),
        }),
        response: { 200: z.object({ items: z.array(effectView), nextCursor: z.string().nullable() }), ...problems },
      },
    },
    async (request) => {
      await directory.integration(request.params)
      const { state, limit, cursor } = request.query
      return readEffects(store, request.params, { states: statesOf[state], limit, cursor })
    },
  )
}

/**
 * `POST …/effects/:effectKey/retry` and `/dismiss`: a person's decision on a parked write. A retried one is looked up at
 * the other side first, so what was done after all is not done twice; a dismissed one is never tried again, and what
 * comes after it goes on.
 */
export function registerEffectResolutions(app: App, { directory, repository, store }: RouteDeps): void {
  for (const resolution of ['retry', 'dismiss'] as const)
    app.post(
      `/api/tenants/:tenantId/integrations/:integrationId/effects/:effectKey/${resolution}`,
      {
        config: { scope: 'operate' },
        schema: {
          params: effectParams,
          response: { 200: z.object({ effectKey: z.string(), resolution: z.enum(['retry', 'dismiss']) }), ...problems },
        },
      },
      async (request) => {
        const { effectKey, ...integration } = request.params
        await directory.integration(integration)
        const ref = await conversationOfEffect(store, integration, effectKey)
        if (!ref)
          throw new ApiError('effect.unknown', `Integration ${integration.integrationId} has no write ${effectKey}.`)
        await repository.changeConversation(ref, `api:${request.id}`, (state) => {
          const events = resolveEffect(state, effectKey, resolution)
          if (events.length === 0)
            throw new ApiError('effect.not_parked', `The write ${effectKey} does not need a person (any more).`)
          return events
        })
        return { effectKey, resolution }
      },
    )
}
