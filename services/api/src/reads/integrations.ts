import { integrationSettings } from '@connector/domain/settings'
import type { TenantStore } from '@connector/store'
import { sql } from 'kysely'
import { z } from 'zod'
import { integrationStatuses, type IntegrationView } from '../schemas/views.ts'

/** The parts of the kept state that callers see. */
const keptState = z.object({ authenticated: z.object({ empikplace: z.boolean(), thulium: z.boolean() }) })

/** The integrations of a tenant as the read model has them, oldest id first; without those that were deleted. */
export async function readIntegrations(store: TenantStore, tenantId: string): Promise<IntegrationView[]> {
  const rows = await store.inTenant(tenantId, (db) =>
    db
      .selectFrom('integrations')
      .selectAll()
      .where('tenant_id', '=', tenantId)
      .where(sql<boolean>`not state ? 'deletedAt'`)
      .orderBy('integration_id')
      .execute(),
  )
  return rows.flatMap((row) => {
    const settings = integrationSettings.safeParse(row.settings)
    if (!settings.success) return []
    return [
      {
        ...settings.data,
        integrationId: row.integration_id,
        status: z.enum(integrationStatuses).parse(row.status),
        startedAt: row.started_at?.toISOString() ?? null,
        authenticated: keptState.parse(row.state).authenticated,
      },
    ]
  })
}
