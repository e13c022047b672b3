import { both } from '@connector/domain/words'
import { configureIntegration } from '@connector/domain/integration'
import { z } from 'zod'
import { causeOf } from '../../../../authentication/cause.ts'
import type { App, RouteDeps } from '../../../deps.ts'
import { ApiError } from '../../../../errors/api-error.ts'
import { problems } from '../../../../errors/problem.ts'
import { storedLogin } from '../../../../accounts/stored-login.ts'
import { assertMayWrite } from '../../../../checks/may-write.ts'
import { probeSource, sourceOutcomes } from '../../../../checks/probe-source.ts'
import { field } from '../../../../schemas/field.ts'
import { bothLanguages, integrationParams } from '../../../../schemas/views.ts'

const answer = z.object({
  outcome: field(z.enum(sourceOutcomes), 'What Thulium did with the source of the test ticket.'),
  ticketSource: field(z.string(), 'What new tickets will have from now on.', 'EmpikPlace'),
  ticketId: field(z.int(), 'Number of the test ticket; it can be deleted.', 4711),
  message: field(bothLanguages, 'What was found out.'),
})

/** Three calls at one a second, and some patience with slow answers. */
const deadlineMs = 45_000

/**
 * `POST …/integrations/:integrationId/probe-source`: creates one test ticket to find out whether Thulium keeps the
 * source "EmpikPlace", and sets the source of new tickets accordingly.
 */
export function registerProbeSource(app: App, deps: RouteDeps): void {
  const { directory, repository, now } = deps
  app.post(
    '/api/tenants/:tenantId/integrations/:integrationId/probe-source',
    {
      config: { scope: 'config', audit: 'settings-changed' },
      schema: {
        operationId: 'probeSource',
        tags: ['Integrations'],
        summary: 'Find out whether Thulium keeps the source "EmpikPlace"',
        description:
          'Creates one test ticket, which can be deleted, and sets the source of new tickets by what came of it. Takes up to 45 s.',
        problems: [
          'thulium.refused',
          'thulium.unavailable',
          'credentials.unreadable',
          'write.contention',
          'service.paused',
        ],
        params: integrationParams,
        response: { 200: answer, ...problems },
      },
    },
    async (request) => {
      const { tenantId } = request.params
      await assertMayWrite(deps.store, tenantId)
      const account = await directory.tenant(tenantId)
      const { settings } = await directory.integration(request.params)
      const login = await storedLogin(deps, tenantId, account)
      if (!login)
        throw new ApiError(
          'thulium.refused',
          both('Nie zapisano hasła użytkownika API Thulium.', 'No password of Thulium’s API user is stored.'),
        )
      const probe = await probeSource(login.client, account, settings, now(), AbortSignal.timeout(deadlineMs))
      if (probe.outcome === 'failed') {
        const away = probe.failure.class === 'unreachable' || probe.failure.class === 'rate-limited'
        throw new ApiError(away ? 'thulium.unavailable' : 'thulium.refused', { outside: probe.failure.message })
      }
      const { ticketSource } = probe
      await repository.changeIntegration(request.params, causeOf(request), (state) =>
        state.settings && state.settings.ticketSource !== ticketSource
          ? configureIntegration({ ...state.settings, ticketSource })
          : [],
      )
      return probe
    },
  )
}
