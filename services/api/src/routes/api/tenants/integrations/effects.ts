import { both } from '@connector/domain/words'
import { resolveEffect } from '@connector/domain/conversation'
import type { EffectState } from '@connector/domain/effects'
import { correctReply } from '@connector/domain/replies'
import type { IntegrationRef } from '@connector/domain/words'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { causeOf } from '../../../../authentication/cause.ts'
import type { App, RouteDeps } from '../../../deps.ts'
import { textFor } from '../../../../authentication/texts.ts'
import { callerOf } from '../../../../authentication/caller.ts'
import { ApiError } from '../../../../errors/api-error.ts'
import { problems } from '../../../../errors/problem.ts'
import { conversationOfEffect, readEffects } from '../../../../reads/effects.ts'
import { effectParams, effectView, type EffectView } from '../../../../schemas/effect.ts'
import { field } from '../../../../schemas/field.ts'
import { cursorQuery, limitQuery, nextCursor } from '../../../../schemas/paging.ts'
import { integrationParams } from '../../../../schemas/views.ts'

const statesOf = {
  parked: ['parked'],
  waiting: ['planned', 'claimed', 'unknown'],
  open: ['planned', 'claimed', 'unknown', 'parked'],
} as const satisfies Record<string, readonly EffectState[]>

const words = {
  retry: {
    operationId: 'retryEffect',
    summary: 'Try a parked write again',
    description:
      'For when its cause is repaired. It is looked up at the other side first, so what was done after all is not done twice.',
  },
  dismiss: {
    operationId: 'dismissEffect',
    summary: 'Give up a parked write',
    description:
      'It is never tried again, and what waits behind it goes on. The reason stands in the conversation, for whoever asks later.',
  },
} as const

type Resolution = keyof typeof words

const place = '/api/tenants/:tenantId/integrations/:integrationId/effects/:effectKey'

/** Callers that know of no reason send no body at all. */
const dismissal = z
  .strictObject({
    reason: field(
      z.string().trim().min(1).max(500),
      'Why; sealed with the texts of the conversation, and gone with them.',
      'Klient dostał odpowiedź telefonicznie.',
    ).optional(),
  })
  .optional()

/** @throws {ApiError} integration.unknown, effect.unknown */
async function refOf({ directory, store }: RouteDeps, integration: IntegrationRef, effectKey: string) {
  await directory.integration(integration)
  const ref = await conversationOfEffect(store, integration, effectKey)
  if (!ref)
    throw new ApiError(
      'effect.unknown',
      both(
        `W integracji ${integration.integrationId} nie ma zapisu ${effectKey}.`,
        `Integration ${integration.integrationId} has no write ${effectKey}.`,
      ),
    )
  return ref
}

const resolutionAnswer = z
  .object({
    effectKey: effectParams.shape.effectKey,
    resolution: field(z.enum(['retry', 'dismiss']), 'What was decided.'),
  })
  .meta({ id: 'EffectResolution' })

/** @throws {ApiError} also effect.not_parked */
async function resolve(
  deps: RouteDeps,
  request: FastifyRequest & { params: z.infer<typeof effectParams> },
  resolution: Resolution,
  reason?: string,
) {
  const { effectKey, ...integration } = request.params
  const ref = await refOf(deps, integration, effectKey)
  await deps.repository.changeConversation(ref, causeOf(request), (state) => {
    const events = resolveEffect(state, effectKey, resolution, reason)
    if (events.length === 0)
      throw new ApiError(
        'effect.not_parked',
        both(
          `Zapis ${effectKey} nie wymaga (już) decyzji.`,
          `The write ${effectKey} does not need a person (any more).`,
        ),
      )
    return events
  })
  return { effectKey, resolution }
}

/** `GET …/integrations/:integrationId/effects`: writes that need a person (by default), that wait, or both; oldest first. */
export function registerEffects(app: App, { directory, store }: RouteDeps): void {
  app.get(
    '/api/tenants/:tenantId/integrations/:integrationId/effects',
    {
      config: { scope: 'status:read' },
      schema: {
        operationId: 'listEffects',
        tags: ['Status'],
        summary: 'List the writes of an integration that need a person or wait',
        description: 'The oldest wish first. What the other side said is shown with the scope `conversations:read`.',
        params: integrationParams,
        querystring: z.object({
          state: field(
            z.enum(['parked', 'waiting', 'open']).default('parked'),
            '`parked`: those that need a person; `waiting`: those that go on by themselves; `open`: both.',
          ),
          limit: limitQuery,
          cursor: cursorQuery,
        }),
        response: {
          200: z.object({ items: field(z.array(effectView), 'The oldest wish first.'), nextCursor }),
          ...problems,
        },
      },
    },
    async (request) => {
      await directory.integration(request.params)
      const { state, limit, cursor } = request.query
      const page = await readEffects(store, request.params, { states: statesOf[state], limit, cursor })
      const text = textFor(request)
      const shown = ({ failure, ...effect }: EffectView): EffectView => ({
        ...effect,
        failure: failure && { ...failure, message: text(failure.message) },
      })
      return { ...page, items: page.items.map(shown) }
    },
  )
}

/**
 * `POST …/effects/:effectKey/retry` and `/dismiss`: a person's decision on a parked write. A retried one is looked up at
 * the other side first, so what was done after all is not done twice; a dismissed one is never tried again, and what
 * comes after it goes on.
 */
export function registerEffectResolutions(app: App, deps: RouteDeps): void {
  const common = (resolution: Resolution) => ({
    ...words[resolution],
    tags: ['Status'] as const,
    problems: ['effect.unknown', 'effect.not_parked', 'write.contention'] as const,
    params: effectParams,
    response: { 200: resolutionAnswer, ...problems },
  })
  app.post(
    `${place}/retry`,
    { config: { scope: 'operate', audit: 'write-retried' }, schema: common('retry') },
    (request) => resolve(deps, request, 'retry'),
  )
  app.post(
    `${place}/dismiss`,
    {
      config: { scope: 'operate', audit: 'write-dismissed' },
      schema: { ...common('dismiss'), body: dismissal },
      // Fastify shows its validator null where there is no body.
      preValidation: (request, _reply, done) => {
        request.body ??= {}
        done()
      },
    },
    (request) => resolve(deps, request, 'dismiss', request.body?.reason),
  )
}

/** `POST …/effects/:effectKey/edit`: another text for a reply that EmpikPlace refused, checked as any reply is, and sent. */
export function registerReplyCorrection(app: App, deps: RouteDeps): void {
  app.post(
    `${place}/edit`,
    {
      config: { scope: 'operate', audit: 'reply-corrected' },
      schema: {
        operationId: 'editReply',
        tags: ['Status'],
        summary: 'Correct the text of a parked reply and send it',
        description:
          'For a reply that EmpikPlace refused for what stands in it. The log keeps both texts and who changed it; the entry in the ticket stays as the agent wrote it. One that may have reached the buyer keeps its text.',
        problems: ['effect.unknown', 'effect.not_parked', 'effect.not_editable', 'write.contention'],
        params: effectParams,
        body: z.strictObject({
          text: field(
            z.string().trim().min(1).max(60_000),
            'What the buyer gets instead, footer included: 3 to 50 000 characters.',
            'Dzień dobry, paczka jest w drodze.',
          ),
        }),
        response: { 200: resolutionAnswer, ...problems },
      },
    },
    async (request) => {
      const { effectKey, ...integration } = request.params
      const ref = await refOf(deps, integration, effectKey)
      const correction = { effectKey, text: request.body.text, correctedBy: callerOf(request).keyId }
      await deps.repository.changeConversation(ref, causeOf(request), (state) => correctReply(ref, state, correction))
      return { effectKey, resolution: 'retry' as const }
    },
  )
}
