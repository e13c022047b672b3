import { problemOfHook } from '@connector/alerts'
import { both } from '@connector/domain/words'
import type { Query, Row } from '@connector/store'
import { z } from 'zod'
import { ApiError } from '../errors/api-error.ts'
import type { TargetView } from '../schemas/alerts.ts'

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

export const viewOf = (row: Row<'alert_targets'>): TargetView => ({
  targetId: row.target_id,
  channel: row.channel,
  name: row.name,
  address: row.address,
  language: row.language,
  kinds: row.kinds,
  enabled: row.disabled_at === null,
  disabledBecause: row.disabled_because,
  disabledAt: iso(row.disabled_at),
  failingSince: iso(row.failing_since),
  lastSuccessAt: iso(row.last_success_at),
  createdAt: row.created_at.toISOString(),
})

const mailbox = z.email().max(254)

/** @throws {ApiError} request.invalid */
export function assertAddress(channel: TargetView['channel'], address: string, toThisMachine: boolean): void {
  const problem =
    channel === 'webhook'
      ? problemOfHook(address, toThisMachine)
      : mailbox.safeParse(address).success
        ? undefined
        : both('to nie jest adres skrzynki pocztowej', 'it is not the address of a mailbox')
  if (problem !== undefined)
    throw new ApiError('request.invalid', undefined, [
      {
        field: 'body.address',
        message: `Nobody can be told there: ${problem.en}`,
        messagePl: `Tam nikogo nie można powiadomić: ${problem.pl}`,
      },
    ])
}

/** What its secret is sealed as. */
export const purposeOf = (targetId: string) => `alert-target:${targetId}` as const

/** Locked: whoever changes it waits for the other. @throws {ApiError} alert_target.unknown */
export async function findTarget(db: Query, tenantId: string, targetId: string): Promise<Row<'alert_targets'>> {
  const row = await db
    .selectFrom('alert_targets')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('target_id', '=', targetId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new ApiError('alert_target.unknown')
  return row
}
