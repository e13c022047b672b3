import { both } from '@connector/domain/words'
import { deleteIntegration } from '@connector/domain/integration'
import { deleteTenant } from '@connector/domain/tenant'
import { z } from 'zod'
import type { App, RouteDeps } from '../../deps.ts'
import { problems } from '../../../errors/problem.ts'
import { strongTag } from '../../../http/entity-tags.ts'
import { closeTenant } from '../../../accounts/close-tenant.ts'
import { causeOf } from '../../../authentication/cause.ts'
import { ApiError } from '../../../errors/api-error.ts'
import { field } from '../../../schemas/field.ts'
import { count, tenantParams, tenantView } from '../../../schemas/views.ts'

const deletedTenant = z
  .object({
    tenantId: tenantParams.shape.tenantId,
    integrations: count('Integrations that were deleted with it.', 2),
    accessKeys: count('Access keys that ended.', 3),
    credentials: count('Stored passwords, keys and logins that are gone.', 3),
    remains: field(
      z.object({
        conversations: count('Conversations, which nobody can read any more.', 310),
        events: count('Events in the log.', 4200),
        auditEntries: count('Lines of who did what; the operator can read them still.', 57),
      }),
      'What is left of it.',
    ),
  })
  .meta({ id: 'DeletedTenant' })

/** `/api/tenants/:tenantId`: deleting it, and the settings of the Thulium account, without its password. */
export function registerTenant(app: App, deps: RouteDeps): void {
  const { authentication, directory, repository, store, now } = deps

  app.delete(
    '/api/tenants/:tenantId',
    {
      config: { scope: 'operator', audit: 'tenant-deleted' },
      schema: {
        operationId: 'deleteTenant',
        tags: ['Account'],
        summary: 'Delete a tenant',
        description:
          'Only while none of its shops runs. Its integrations are deleted, its access keys end, and its stored credentials are gone; what happened stays in the log, marked. Every later request about it answers 410, until its account is connected anew. May be repeated, and then also finishes what was cut short.',
        problems: ['tenant.shops_running', 'write.contention'],
        params: tenantParams,
        response: { 200: deletedTenant, ...problems },
      },
    },
    async (request) => {
      const { tenantId } = request.params
      const { deletedAt } = await directory.known(tenantId)
      const integrations = deletedAt ? [] : await directory.integrations(tenantId)
      const running = integrations.filter(({ state }) => state.status === 'running')
      if (running.length > 0)
        throw new ApiError(
          'tenant.shops_running',
          both(
            `Działają: ${running.map(({ integrationId }) => integrationId).join(', ')}.`,
            `These are running: ${running.map(({ integrationId }) => integrationId).join(', ')}.`,
          ),
        )
      const cause = causeOf(request)
      for (const { integrationId } of integrations)
        await repository.changeIntegration({ tenantId, integrationId }, cause, deleteIntegration)
      await repository.changeTenant(tenantId, cause, deleteTenant)
      const { keys, credentials, remains } = await closeTenant(store, tenantId, now())
      authentication.callers.forget()
      return {
        tenantId,
        integrations: integrations.length,
        accessKeys: keys,
        credentials,
        remains: { conversations: remains.conversations, events: remains.events, auditEntries: remains.audit },
      }
    },
  )

  app.get(
    '/api/tenants/:tenantId',
    {
      config: { scope: 'config' },
      schema: {
        operationId: 'getTenant',
        tags: ['Account'],
        summary: 'Read the settings of a Thulium account',
        description:
          'Without the password, which is never answered. The strong `etag` is for `if-match` of `replaceThuliumAccount`.',
        params: tenantParams,
        response: { 200: tenantView, ...problems },
      },
    },
    async (request, reply) => {
      const { tenantId } = request.params
      const account = await directory.tenant(tenantId)
      const { system, apiUser, mailbox, agentLogin, threadField, orderField, sinkDomain } = account
      return reply.header('etag', strongTag(account)).send({
        tenantId,
        system,
        apiUser,
        mailbox,
        agentLogin,
        threadField,
        orderField: orderField ?? null,
        sinkDomain,
      })
    },
  )
}
