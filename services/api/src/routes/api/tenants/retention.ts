import { setRetention } from '@connector/domain/tenant'
import { z } from 'zod'
import { causeOf } from '../../../authentication/cause.ts'
import type { App, RouteDeps } from '../../deps.ts'
import { problems } from '../../../errors/problem.ts'
import { field } from '../../../schemas/field.ts'
import { tenantParams } from '../../../schemas/views.ts'

const retention = z
  .strictObject({
    months: field(
      z.int().min(1).max(240).nullable(),
      'After how many months without a message a buyer is erased; null: never.',
      24,
    ),
  })
  .meta({ id: 'Retention' })

/** `GET` and `PUT …/retention`: how long buyers are kept who write no more. */
export function registerRetention(app: App, { directory, repository }: RouteDeps): void {
  const url = '/api/tenants/:tenantId/retention'
  app.get(
    url,
    {
      config: { scope: 'config' },
      schema: {
        operationId: 'getRetention',
        tags: ['Account'],
        summary: 'Read how long buyers are kept',
        description: 'For ever, unless somebody has set a number of months.',
        params: tenantParams,
        response: { 200: retention, ...problems },
      },
    },
    async ({ params: { tenantId } }) => {
      await directory.tenant(tenantId)
      return { months: (await directory.known(tenantId)).retentionMonths ?? null }
    },
  )
  app.put(
    url,
    {
      config: { scope: 'config', audit: 'settings-changed' },
      schema: {
        operationId: 'setRetention',
        tags: ['Account'],
        summary: 'Set how long buyers are kept',
        description:
          'Buyers who have written in no shop of the tenant for so many months are erased each night, by an operation `retention`. The first one after each change is a dry run, whose findings tell who it is about.',
        problems: ['write.contention'],
        params: tenantParams,
        body: retention,
        response: { 200: retention, ...problems },
      },
    },
    async (request) => {
      const { tenantId } = request.params
      await directory.tenant(tenantId)
      await repository.changeTenant(tenantId, causeOf(request), (state) => setRetention(state, request.body.months))
      return { months: (await directory.known(tenantId)).retentionMonths ?? null }
    },
  )
}
