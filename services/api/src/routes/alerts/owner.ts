import { allTenants } from '@connector/domain/words'
import type { z } from 'zod'
import type { AuditKind } from '../../schemas/audit.ts'
import type { Scope } from '../../authentication/scopes.ts'
import type { RouteDeps } from '../deps.ts'

/** Whose alerts the routes are about: those of the tenant in the path, or the operator's own. */
export interface AlertOwner {
  /** `/api/tenants/:tenantId` or `/api`. */
  base: string
  /** Behind each operation id. */
  suffix: '' | 'OfOperator'
  scope: Extract<Scope, 'config' | 'operator'>
  readScope: Extract<Scope, 'status:read' | 'operator'>
  /** In a sentence: whose they are. */
  of: string
  params: z.ZodType<{ tenantId?: string }>
  targetParams: z.ZodType<{ tenantId?: string; targetId: string }>
  deliveryParams: z.ZodType<{ tenantId?: string; deliveryId: string }>
}

export const tags = ['Alerts']

/** What every change of a target says of itself. */
export const changesOf = ({ scope }: AlertOwner) =>
  ({ scope, audit: 'alert-target-changed' satisfies AuditKind }) as const

/** An answer with a secret is never stored. */
export const secretAnswer = { none: 'the answer holds a secret, which is never stored' }

export const sendsOf = ({ scope }: AlertOwner) => ({ scope, audit: 'alert-sent-again' satisfies AuditKind }) as const

/** @throws {ApiError} tenant.unknown */
export async function known({ directory }: RouteDeps, { tenantId }: { tenantId?: string }): Promise<string> {
  if (tenantId === undefined) return allTenants
  await directory.tenant(tenantId)
  return tenantId
}
