import { createHash } from 'node:crypto'
import type { Query } from './connect.ts'

/**
 * The read models are filled in parts, each with a checkpoint of its own, so that projectors do it side by side. A tenant
 * belongs to one of them for ever; more than eight processes find nothing more to share.
 */
const count = 8

/** Names of the parts among `checkpoints`. */
export const readModelParts: readonly string[] = Array.from({ length: count }, (_, part) => `read-models/${part}`)

/** The part that a tenant belongs to; as `read_models_of` of the database. */
export const partOf = (tenantId: string): string =>
  `read-models/${(createHash('sha256').update(tenantId).digest()[0] ?? 0) % count}`

/** Where a part is, and up to where it is being filled anew. */
export interface PartPlace {
  position: string | null
  rebuild_until: string | null
}

/** Says where those parts begin that have no place yet. */
export const beginParts = (db: Query, place: PartPlace) =>
  db
    .insertInto('checkpoints')
    .values(readModelParts.map((projection) => ({ projection, ...place })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()

/**
 * Up to where all parts are: SQL of one value, null when one has not begun. Places sort as text.
 */
export const slowestPart = `(select case when bool_and(position is not null) then min(position collate "C") end
  from checkpoints where projection like 'read-models/%')`
