import type { Row, TenantStore } from '@connector/store'
import { sql } from 'kysely'
import type { z } from 'zod'
import { fromCursor, toPage, type Page } from '../http/cursor.ts'
import type { logHeadView } from '../schemas/log-head.ts'

type HeadView = z.infer<typeof logHeadView>

const viewOf = (row: Row<'log_heads'>): HeadView => ({
  ...{ day: row.day, position: row.position, events: row.events, digest: row.digest.toString('hex') },
  ...{ keyId: row.key_id, signature: row.signature.toString('base64'), signedAt: row.signed_at.toISOString() },
})

/** The signed heads of the log of a tenant, the newest first. */
export function listLogHeads(
  store: TenantStore,
  tenantId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<HeadView>> {
  const after = cursor === undefined ? undefined : fromCursor(cursor)
  return store.inTenant(tenantId, async (db) => {
    const { rows } = await sql<Row<'log_heads'>>`
      select *, day::text as day from log_heads
      where tenant_id = ${tenantId} and ${after === undefined ? sql`true` : sql`signed_at < ${after.at}`}
      order by signed_at desc limit ${limit + 1}
    `.execute(db)
    return toPage(rows, limit, viewOf, (row) => ({ at: row.signed_at, key: row.day }))
  })
}
