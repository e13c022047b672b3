import type { Effect } from '../api/queries.ts'

const groups = ['replies', 'tickets', 'files', 'crm', 'others'] as const
type Group = (typeof groups)[number]

/** Where a parked write belongs; what the customer did not get comes first. */
const groupOf: Readonly<Partial<Record<Effect['kind'], Group>>> = {
  'reply:send': 'replies',
  'auto-reply:send': 'replies',
  'attachment:send': 'replies',
  'ticket:create': 'tickets',
  'attachment:relay': 'files',
  'customer:link': 'crm',
  'customer:add': 'crm',
  'customer:name': 'crm',
}

export type Parked = Effect & { integrationId: string; shop: string }

/** By cause, the oldest first. */
export function grouped(parked: readonly Parked[]): { group: Group; items: Parked[] }[] {
  const sinceOf = ({ parkedAt, plannedAt }: Parked): string => parkedAt ?? plannedAt
  return groups
    .map((group) => ({
      group,
      items: parked
        .filter(({ kind }) => (groupOf[kind] ?? 'others') === group)
        .sort((a, b) => sinceOf(a).localeCompare(sinceOf(b))),
    }))
    .filter(({ items }) => items.length > 0)
}
