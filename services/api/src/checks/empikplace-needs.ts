import { checksOf, isAway } from './check.ts'
import { verifyEmpikPlace } from './empikplace.ts'
import { texts } from './texts.ts'
import { complete, itemOf, type Item } from './needs.ts'
import type { VerifyingClient } from './remembered-account.ts'
import { empikPlaceNeeds } from './vocabulary.ts'

const { passed, warned, failed, fromFailure } = checksOf('empikplace')

/** @param client undefined when no key is stored */
export async function empikPlaceItems(
  client: VerifyingClient | undefined,
  shopId: string,
  now: () => Date,
  signal: AbortSignal,
): Promise<Item[]> {
  const ordered = (items: Item[]): Item[] => complete('empikplace', empikPlaceNeeds, items)
  if (!client) return ordered([itemOf(failed('credentials', texts.keyMissing))])
  const account = await client.account(signal)
  if (!account.ok && isAway(account.failure))
    return ordered([itemOf(fromFailure('host', account.failure, { rejected: texts.keyRejected }))])
  const { checks } = await verifyEmpikPlace(client, shopId, now, signal)
  const open = account.ok && account.value.shopState
  return ordered(
    [
      passed('host', texts.hostReached('EmpikPlace')),
      ...(open === false
        ? []
        : [open === 'OPEN' ? passed('shop-state', texts.shopOpen) : warned('shop-state', texts.shopNotOpen(open))]),
      ...checks,
    ].map(itemOf),
  )
}
