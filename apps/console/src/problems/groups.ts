import { effectGroups } from '@connector/api-client'
import type { Effect } from '../api/queries.ts'

/** What its readers at EmpikPlace did not get comes first. */
const groups = ['replies', 'tickets', 'files', 'crm', 'others'] as const
type Group = (typeof groups)[number]

/** Where a parked write belongs: told by the row of its kind. */
const groupOf: Readonly<Record<Effect['kind'], Group>> = effectGroups

export type Parked = Effect & { integrationId: string; shop: string }

/** By cause, the oldest first. */
export function grouped(parked: readonly Parked[]): { group: Group; items: Parked[] }[] {
  const sinceOf = ({ parkedAt, plannedAt }: Parked): string => parkedAt ?? plannedAt
  return groups
    .map((group) => ({
      group,
      items: parked
        // A server that is newer than this page may know more kinds.
        .filter(({ kind }) => (Object.hasOwn(groupOf, kind) ? groupOf[kind] : 'others') === group)
        .sort((a, b) => sinceOf(a).localeCompare(sinceOf(b))),
    }))
    .filter(({ items }) => items.length > 0)
}
