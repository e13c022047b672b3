import { pauseTenant, resumeTenant, type TenantState } from '@connector/domain/tenant'
import { z } from 'zod'
import { causeOf } from '../../../authentication/cause.ts'
import type { App, RouteDeps } from '../../deps.ts'
import { problems } from '../../../errors/problem.ts'
import { field } from '../../../schemas/field.ts'
import { pauseReason } from '../../../schemas/tenants.ts'
import { exampleTime, instant, tenantParams } from '../../../schemas/views.ts'

const answer = z
  .object({
    paused: field(
      z.object({ reason: pauseReason, since: field(instant, 'Since when.', exampleTime) }).nullable(),
      'Why and since when nothing is read or written; null while it works.',
    ),
  })
  .meta({ id: 'PauseAnswer' })

const answerOf = ({ paused }: TenantState): z.infer<typeof answer> => ({
  paused: paused ? { reason: paused.reason, since: paused.since.toISOString() } : null,
})

/** `POST …/pause` and `…/resume`: the operator lets all shops of a tenant rest, and go on where they were. */
export function registerPause(app: App, { directory, repository }: RouteDeps): void {
  app.post(
    '/api/tenants/:tenantId/pause',
    {
      config: { scope: 'operator', audit: 'tenant-paused' },
      schema: {
        operationId: 'pauseTenant',
        tags: ['Account'],
        summary: 'Pause a tenant',
        description:
          'Within seconds nothing is read or written for it any more; a call that is under way is finished. Its integrations keep their states, and its status says why.',
        problems: ['write.contention'],
        params: tenantParams,
        body: z.strictObject({ reason: pauseReason }),
        response: { 200: answer, ...problems },
      },
    },
    async (request) => {
      const { tenantId } = request.params
      await directory.tenant(tenantId)
      await repository.changeTenant(tenantId, causeOf(request), (state) => pauseTenant(state, request.body.reason))
      return answerOf(await directory.known(tenantId))
    },
  )
  app.post(
    '/api/tenants/:tenantId/resume',
    {
      config: { scope: 'operator', audit: 'tenant-resumed' },
      schema: {
        operationId: 'resumeTenant',
        tags: ['Account'],
        summary: 'Resume a tenant',
        description: 'Everything goes on where it was. Does nothing when it is not paused.',
        problems: ['write.contention'],
        params: tenantParams,
        response: { 200: answer, ...problems },
      },
    },
    async (request) => {
      const { tenantId } = request.params
      await directory.tenant(tenantId)
      await repository.changeTenant(tenantId, causeOf(request), resumeTenant)
      return answerOf(await directory.known(tenantId))
    },
  )
}
