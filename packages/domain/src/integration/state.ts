import type { IntegrationEvent } from '../events/event-types.ts'
import type { Side, Verified } from '../events/integration-events.ts'
import type { IntegrationSettings } from '../settings/integration-settings.ts'
import { withoutField, type MissingField } from './custom-fields.ts'

export type IntegrationStatus = 'configured' | 'running' | 'stopped' | 'credentials-rejected'

export interface IntegrationState {
  settings?: IntegrationSettings
  status: IntegrationStatus
  /** When the status became what it is. */
  statusSince?: Date
  /** First start, on EmpikPlace's clock: conversations without a message since then are not taken. */
  startedAt?: Date
  clockOffsetMs: number
  /** For good: it is hidden and never runs again. */
  deletedAt?: Date
  /** As EmpikPlace calls the shop. */
  shopName?: string
  authenticated: Record<Side, boolean>
  /** Digests of inputs already recorded as unreadable. */
  unreadable: ReadonlySet<string>
  /** Rejections in a row, by side, and when the last one was counted. */
  rejections: Record<Side, { count: number; lastAt?: Date; message?: string; operation?: string }>
  /** Custom fields of Thulium that are not there under the name they were given here. */
  missingFields: readonly MissingField[]
}

export const emptyIntegration: IntegrationState = {
  status: 'configured',
  clockOffsetMs: 0,
  authenticated: { empikplace: false, thulium: false },
  unreadable: new Set(),
  rejections: { empikplace: { count: 0 }, thulium: { count: 0 } },
  missingFields: [],
}

/** What was accepted again without asking for the account has only the shop's number to show. */
const shopNameOf = ({ settings }: IntegrationState, { side, accountName }: Verified): { shopName?: string } =>
  side === 'empikplace' && accountName !== settings?.shopId ? { shopName: accountName } : {}

/** @param recordedAt when the log took the event, on our clock */
export function evolveIntegration(
  state: IntegrationState,
  event: IntegrationEvent,
  recordedAt: Date,
): IntegrationState {
  switch (event.type) {
    case 'IntegrationConfigured':
      // Saving settings again does not make the status a new one.
      return { ...state, settings: event.data, ...(state.settings ? {} : { statusSince: recordedAt }) }
    case 'CredentialsReplaced':
      return { ...state, authenticated: { ...state.authenticated, [event.data.side]: false } }
    case 'IntegrationAuthenticated':
      return {
        ...state,
        clockOffsetMs: event.data.side === 'empikplace' ? event.data.clockOffsetMs : state.clockOffsetMs,
        ...shopNameOf(state, event.data),
        authenticated: { ...state.authenticated, [event.data.side]: true },
        rejections: { ...state.rejections, [event.data.side]: { count: 0 } },
      }
    case 'AuthenticationRejected': {
      const { side, message, operation } = event.data
      return {
        ...state,
        authenticated: { ...state.authenticated, [side]: false },
        rejections: {
          ...state.rejections,
          [side]: { count: state.rejections[side].count + 1, lastAt: recordedAt, message, operation },
        },
      }
    }
    case 'IntegrationStarted':
      return {
        ...state,
        status: 'running',
        statusSince: recordedAt,
        startedAt: state.startedAt ?? new Date(recordedAt.getTime() + state.clockOffsetMs),
      }
    case 'IntegrationStopped':
      return {
        ...state,
        status: event.data.reason === 'requested' ? 'stopped' : 'credentials-rejected',
        statusSince: recordedAt,
      }
    case 'IntegrationDeleted':
      return { ...state, deletedAt: recordedAt }
    case 'FieldMissing':
      return {
        ...state,
        missingFields: [...withoutField(state.missingFields, event.data.of), { ...event.data, since: recordedAt }],
      }
    case 'FieldFound':
      return { ...state, missingFields: withoutField(state.missingFields, event.data.of) }
    case 'InputUnreadable':
      return { ...state, unreadable: new Set(state.unreadable).add(event.data.inputId) }
  }
}
