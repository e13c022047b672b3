import { createAlertTargets } from '../../accounts/alert-targets.ts'
import { problems } from '../../errors/problem.ts'
import { secretRenewed } from '../../schemas/alerts.ts'
import type { App, RouteDeps } from '../deps.ts'
import { changesOf, known, secretAnswer, tags, type AlertOwner } from './owner.ts'

/** Another secret for a web hook. */
export function registerAlertSecret(app: App, deps: RouteDeps, owner: AlertOwner): void {
  const { base, suffix, of } = owner
  const targets = createAlertTargets(deps)
  const changes = changesOf(owner)

  app.post(
    `${base}/alert-targets/:targetId/renew-secret`,
    {
      config: { ...changes, idempotency: secretAnswer },
      schema: {
        operationId: `renewAlertSecret${suffix}`,
        tags,
        summary: `Make a new secret for a target of alerts ${of}`,
        description: 'For 24 h both the new one and the one before sign, so that no receiver misses a message.',
        problems: ['alert_target.unknown', 'alert_target.no_secret', 'credentials.unreadable'],
        params: owner.targetParams,
        response: { 200: secretRenewed, ...problems },
      },
    },
    async (request) => {
      const { targetId } = request.params
      request.audited = { subject: targetId }
      return targets.renewSecret(await known(deps, request.params), targetId)
    },
  )
}
