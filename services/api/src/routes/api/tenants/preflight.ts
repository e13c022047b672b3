import { z } from 'zod'
import type { App, RouteDeps } from '../../deps.ts'
import { problems } from '../../../errors/problem.ts'
import { assertMayWrite } from '../../../checks/may-write.ts'
import { preflightAnswer } from '../../../checks/needs.ts'
import { createPreflight } from '../../../checks/preflight.ts'
import { field } from '../../../schemas/field.ts'
import { integrationParams, tenantParams } from '../../../schemas/views.ts'

const querystring = z.object({
  writes: field(
    z.enum(['untried', 'tried']).default('untried'),
    '`tried`: also tries the writes that leave no trace, on a ticket and a customer that do not exist and with a temporary file of one byte.',
  ),
})

const description =
  'Checks each need by itself and says what to do where something is wrong. Nothing is recorded here, and nothing is written to the outside unless `writes=tried`. Thulium is asked up to 22 times, within its budget, so the answer may take a minute.'

/** `POST …/preflight`, of a Thulium account and of an integration: whether all is there that is needed, item by item. */
export function registerPreflight(app: App, deps: RouteDeps): void {
  const preflight = createPreflight(deps)
  const { directory } = deps

  app.post(
    '/api/tenants/:tenantId/preflight',
    {
      config: { scope: 'config', audit: { none: 'nothing is recorded' }, idempotency: { none: 'nothing is recorded' } },
      schema: {
        operationId: 'preflightAccount',
        tags: ['Account'],
        summary: 'Check everything a Thulium account needs',
        description,
        problems: ['credentials.unreadable', 'service.paused'],
        params: tenantParams,
        querystring,
        response: { 200: preflightAnswer, ...problems },
      },
    },
    async ({ params: { tenantId }, query }) => {
      const account = await directory.tenant(tenantId)
      if (query.writes === 'tried') await assertMayWrite(deps.store, tenantId)
      return preflight.account(tenantId, account, query.writes === 'tried')
    },
  )

  app.post(
    '/api/tenants/:tenantId/integrations/:integrationId/preflight',
    {
      config: { scope: 'config', audit: { none: 'nothing is recorded' }, idempotency: { none: 'nothing is recorded' } },
      schema: {
        operationId: 'preflightIntegration',
        tags: ['Integrations'],
        summary: 'Check everything an integration needs',
        description: `${description} EmpikPlace is asked for the account once a day at most: the state of the shop may be a day old.`,
        problems: ['credentials.unreadable', 'service.paused'],
        params: integrationParams,
        querystring,
        response: { 200: preflightAnswer, ...problems },
      },
    },
    async ({ params, query }) => {
      const account = await directory.tenant(params.tenantId)
      const { settings } = await directory.integration(params)
      if (query.writes === 'tried') await assertMayWrite(deps.store, params.tenantId)
      return preflight.integration(params, account, settings, query.writes === 'tried')
    },
  )
}
