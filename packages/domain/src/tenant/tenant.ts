import type { TenantEvent } from '../events/event-types.ts'
import type { ThuliumConnection } from '../events/tenant-events.ts'

export interface TenantState {
  connection?: ThuliumConnection
  /** A password of the API user was stored. */
  hasPassword?: boolean
}

export const emptyTenant: TenantState = {}

export function evolveTenant(state: TenantState, event: TenantEvent): TenantState {
  switch (event.type) {
    case 'ThuliumConnected':
      return { ...state, connection: event.data }
    case 'ThuliumCredentialsReplaced':
      return { ...state, hasPassword: true }
  }
}

export const connectThulium = (connection: ThuliumConnection): TenantEvent[] => [
  { type: 'ThuliumConnected', data: connection },
]
