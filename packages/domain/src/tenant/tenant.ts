import type { TenantEvent } from '../events/event-types.ts'
import type { ThuliumConnection } from '../events/tenant-events.ts'

export interface Pause {
  since: Date
  /** The operator's words. */
  reason: string
}

export interface TenantState {
  connection?: ThuliumConnection
  /** A password of the API user was stored. */
  hasPassword?: boolean
  paused?: Pause
  /** After how many months without a message a buyer is erased; absent: never. */
  retentionMonths?: number
  /** Until somebody connects it anew. */
  deletedAt?: Date
}

export const emptyTenant: TenantState = {}

/** Neither paused nor deleted. */
const working = ({ connection, hasPassword, retentionMonths }: TenantState): TenantState => ({
  ...(connection && { connection }),
  ...(hasPassword === undefined ? {} : { hasPassword }),
  ...(retentionMonths === undefined ? {} : { retentionMonths }),
})

/** @param recordedAt when the log took the event, on our clock */
export function evolveTenant(state: TenantState, event: TenantEvent, recordedAt: Date): TenantState {
  switch (event.type) {
    case 'ThuliumConnected':
      return { ...state, connection: event.data }
    case 'ThuliumCredentialsReplaced':
      return { ...state, hasPassword: true }
    case 'RetentionSet': {
      const { months } = event.data
      const next = { ...state }
      delete next.retentionMonths
      return months === null ? next : { ...next, retentionMonths: months }
    }
    case 'TenantPaused':
      return { ...state, paused: { since: state.paused?.since ?? recordedAt, reason: event.data.reason } }
    case 'TenantResumed':
      return working(state)
    case 'TenantDeleted':
      return { ...working(state), hasPassword: false, deletedAt: recordedAt }
  }
}

export const connectThulium = (connection: ThuliumConnection): TenantEvent[] => [
  { type: 'ThuliumConnected', data: connection },
]

/** A tenant that was deleted comes back with nothing but what the log has of it. */
export const connectTenant = (state: TenantState, connection: ThuliumConnection): TenantEvent[] => [
  ...connectThulium(connection),
  ...(state.deletedAt ? [{ type: 'TenantResumed', data: {} } as const] : []),
]

export const pauseTenant = ({ paused }: TenantState, reason: string): TenantEvent[] =>
  paused?.reason === reason ? [] : [{ type: 'TenantPaused', data: { reason } }]

export const resumeTenant = ({ paused }: TenantState): TenantEvent[] =>
  paused ? [{ type: 'TenantResumed', data: {} }] : []

/** @param months null: for ever */
export const setRetention = ({ retentionMonths }: TenantState, months: number | null): TenantEvent[] =>
  (retentionMonths ?? null) === months ? [] : [{ type: 'RetentionSet', data: { months } }]

export const deleteTenant = ({ deletedAt }: TenantState): TenantEvent[] =>
  deletedAt ? [] : [{ type: 'TenantDeleted', data: {} }]
