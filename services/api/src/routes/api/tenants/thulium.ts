import { isDeepStrictEqual } from 'node:util'
import { connectThulium } from '@connector/domain/tenant'
import { z } from 'zod'
import { causeOf } from '../../../authentication/cause.ts'
import type { App, RouteDeps } from '../../deps.ts'
import { problems } from '../../../errors/problem.ts'
import { strongTag } from '../../../http/entity-tags.ts'
import { assertUnchanged, ifMatchHeaders } from '../../../http/preconditions.ts'
import { readIntegrations } from '../../../reads/integrations.ts'
import { assertSealable } from '../../../accounts/assert-sealable.ts'
import { connectionOf, storeThuliumPassword } from '../../../accounts/thulium-account.ts'
import { replacementResult, verificationResult } from '../../../checks/verification.ts'
import { field } from '../../../schemas/field.ts'
import { integrationParams, secret, tenantParams, thuliumSettings } from '../../../schemas/views.ts'

const body = thuliumSettings.extend({
  apiPassword: field(
    secret,
    'New password of the API user; the stored one stays when absent.',
    'haslo-do-api',
  ).optional(),
})
const answer = replacementResult.extend({
  tenantId: tenantParams.shape.tenantId,
  verifications: field(
    z.array(verificationResult.extend({ integrationId: integrationParams.shape.integrationId })),
    'What was found for each integration.',
  ),
})

/**
 * `PUT /api/tenants/:tenantId/thulium`: replaces the settings of the Thulium account and, if given, its password. A new
 * user or password is tried first: when Thulium does not accept it, nothing changes. Then every integration is verified,
 * so that those stopped by rejections of Thulium run again.
 */
export function registerThulium(app: App, deps: RouteDeps): void {
  app.put(
    '/api/tenants/:tenantId/thulium',
    {
      config: { scope: 'config', audit: 'settings-changed' },
      schema: {
        operationId: 'replaceThuliumAccount',
        tags: ['Account'],
        summary: 'Replace the settings of a Thulium account',
        description:
          'Replaces all settings and, if given, the password. A new user or password is tried first: when Thulium does not accept it, nothing changes and the answer is 422 `credentials.not_accepted`. Then every integration is verified, so that those stopped by rejections of Thulium run again.',
        problems: [
          'credentials.unreadable',
          'credentials.not_accepted',
          'request.precondition_failed',
          'write.contention',
        ],
        params: tenantParams,
        headers: ifMatchHeaders,
        body,
        response: { 200: answer, ...problems },
      },
    },
    async (request) => {
      const { tenantId } = request.params
      const { apiPassword: password, ...settings } = request.body
      const causedBy = causeOf(request)
      const ifMatch = request.headers['if-match']
      const known = await deps.directory.tenant(tenantId)
      // Here, so that nothing is tried in vain; and once more where the change is decided.
      assertUnchanged(ifMatch, strongTag(known))
      const { system, apiUser, sinkDomain } = known
      const account = connectionOf(system, settings, sinkDomain)
      const integrations = (await readIntegrations(deps.store, tenantId)).map(({ integrationId }) => integrationId)
      const store = async (): Promise<void> => {
        if (password !== undefined) await assertSealable(deps, tenantId)
        await deps.repository.changeTenant(tenantId, causedBy, ({ connection }) => {
          assertUnchanged(ifMatch, strongTag(connection ?? {}))
          return isDeepStrictEqual(connection, account) ? [] : connectThulium(account)
        })
        if (password !== undefined) await storeThuliumPassword(deps, tenantId, password, causedBy)
      }
      if (password !== undefined || account.apiUser !== apiUser)
        return {
          tenantId,
          ...(await deps.verifier.newLogin(tenantId, { account, password }, store, integrations, causedBy)),
        }
      await store()
      const verifications = await deps.verifier.integrations(tenantId, integrations, causedBy)
      return { tenantId, stored: true, ok: true, parts: [], verifications }
    },
  )
}
