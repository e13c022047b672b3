import type { TenantEvent } from '../events/event-types.ts'
import type { ThuliumConnection } from '../events/tenant-events.ts'

export interface TenantState {
  connection?: ThuliumConnection
}

export const emptyTenant: TenantState = {}

export function evolveTenant(state: TenantState, event: TenantEvent): TenantState {
  switch (event.type) {
    case 'ThuliumConnected':
      return { ...state, connection: event.data }
    case 'ThuliumCredentialsReplaced':
      return state
  }
}

export const connectThulium = (connection: ThuliumConnection): TenantEvent[] => [
  { type: 'ThuliumConnected', data: connection },
]
