import type { DomainEvent, IntegrationEvent, TenantEvent } from '../events/event-types.ts'
import { differences, type Difference } from './differences.ts'

/** An event and what its metadata tells of its cause. */
export interface AuditedEvent<E extends DomainEvent> {
  event: E
  at: Date
  /** The service that wrote it. */
  actor: string | null
  /** The access key of whoever asked for it; null where nobody did, and before keys were written down. */
  by: { keyId: string; name: string } | null
  causedBy: string | null
}

/** One thing that somebody, or something, changed about an integration. Secrets are in no event, so in none of these. */
export interface Change {
  at: Date
  actor: string | null
  by: AuditedEvent<DomainEvent>['by']
  /** The request to the API that caused it; null when something else did. */
  requestId: string | null
  /** The integration itself, or the Thulium account that it shares with others. */
  of: 'integration' | 'account'
  what:
    | 'settings'
    | 'empikplace-key-replaced'
    | 'thulium-password-replaced'
    | 'started'
    | 'stopped'
    | 'stopped-by-rejections'
    | 'deleted'
    | 'account-paused'
    | 'account-resumed'
    | 'account-deleted'
  fields: Difference[]
}

type What = Pick<Change, 'what' | 'fields'>

const requestIdOf = (causedBy: string | null): string | null =>
  causedBy?.startsWith('api:') === true ? causedBy.slice('api:'.length) : null

const changeOf = (of: Change['of'], what: What, { at, actor, by, causedBy }: AuditedEvent<DomainEvent>): Change => ({
  at,
  actor,
  by,
  requestId: requestIdOf(causedBy),
  of,
  ...what,
})

/** The changes in the stream of an integration, oldest first; each lists the fields that differ from the one before. */
export function integrationChanges(events: readonly AuditedEvent<IntegrationEvent>[]): Change[] {
  let settings: unknown = {}
  return events.flatMap((audited) => {
    const { event } = audited
    const as = (what: Change['what']): Change[] => [changeOf('integration', { what, fields: [] }, audited)]
    switch (event.type) {
      case 'IntegrationConfigured': {
        const fields = differences(settings, event.data)
        settings = event.data
        return [changeOf('integration', { what: 'settings', fields }, audited)]
      }
      case 'CredentialsReplaced':
        return as(event.data.side === 'empikplace' ? 'empikplace-key-replaced' : 'thulium-password-replaced')
      case 'IntegrationStarted':
        return as('started')
      case 'IntegrationStopped':
        return as(event.data.reason === 'requested' ? 'stopped' : 'stopped-by-rejections')
      case 'IntegrationDeleted':
        return as('deleted')
      default:
        return []
    }
  })
}

/** The changes of a Thulium account, likewise. */
export function accountChanges(events: readonly AuditedEvent<TenantEvent>[]): Change[] {
  let settings: unknown = {}
  let months: number | null = null
  return events.map((audited) => {
    const { event } = audited
    switch (event.type) {
      case 'ThuliumConnected': {
        const fields = differences(settings, event.data)
        settings = event.data
        return changeOf('account', { what: 'settings', fields }, audited)
      }
      case 'ThuliumCredentialsReplaced':
        return changeOf('account', { what: 'thulium-password-replaced', fields: [] }, audited)
      case 'TenantPaused': {
        const fields = [{ path: ['reason'], from: null, to: event.data.reason }]
        return changeOf('account', { what: 'account-paused', fields }, audited)
      }
      case 'RetentionSet': {
        const { months: to } = event.data
        const fields = [{ path: ['retention', 'months'], from: months, to }]
        months = to
        return changeOf('account', { what: 'settings', fields }, audited)
      }
      case 'TenantResumed':
        return changeOf('account', { what: 'account-resumed', fields: [] }, audited)
      case 'TenantDeleted':
        return changeOf('account', { what: 'account-deleted', fields: [] }, audited)
    }
  })
}
