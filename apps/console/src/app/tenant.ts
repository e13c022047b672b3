import { createContext, useContext } from 'react'
import type { Scope } from '../api/session.ts'

export interface Tenant {
  tenantId: string
  /** Whether whoever works here may do it; the API decides all the same. */
  may: (scope: Scope) => boolean
  /** Goes on in another account; there for whoever may act for any. */
  change: ((tenantId: string) => void) | undefined
}

export const TenantContext = createContext<Tenant | undefined>(undefined)

export function useTenant(): Tenant {
  const tenant = useContext(TenantContext)
  if (!tenant) throw new Error('Nobody has signed in.')
  return tenant
}

/** As the API has it: `admin` may do everything in its account, `operator` everything. */
export const mayWith =
  (held: readonly Scope[]) =>
  (scope: Scope): boolean =>
    held.includes('operator') || held.includes(scope) || (held.includes('admin') && scope !== 'operator')
