import { createHash } from 'node:crypto'
import type { Side } from '@connector/domain/events'
import { recordUnreadable } from '@connector/domain/integration'
import type { IntegrationRef } from '@connector/domain/words'
import type { Unreadable } from '@connector/empikplace'
import type { Repository } from '@connector/repository'

/** Longest piece of an unreadable input that is kept, in characters. */
const maxRaw = 20_000

/** The piece ends between two characters, and says how much there was. */
function shortened(raw: string, reason: string): { raw: string; reason: string } {
  if (raw.length <= maxRaw) return { raw, reason }
  const kept = raw.slice(0, maxRaw).replace(/[\ud800-\udbff]$/, '')
  return { raw: kept, reason: `${reason} (the first ${kept.length} of ${raw.length} characters are kept)` }
}

/** Records what could not be read or taken, once for each input, so that a person hears of it. */
export async function recordUnreadables(
  repository: Repository,
  ref: IntegrationRef,
  { side, operation }: { side: Side; operation: string },
  items: readonly Unreadable[],
): Promise<void> {
  for (const item of items) {
    const whole = JSON.stringify(item.raw)
    const inputId = createHash('sha256').update(whole).digest('hex').slice(0, 32)
    const { raw, reason } = shortened(whole, item.reason)
    await repository.changeIntegration(ref, `poll:${operation}`, (state) =>
      recordUnreadable(state, { side, operation, reason, inputId, raw }),
    )
  }
}
