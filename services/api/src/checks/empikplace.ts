import type { EmpikPlaceClient } from '@connector/empikplace'
import { checksOf, isAway, isWrongCredentials } from './check.ts'
import { texts } from './texts.ts'
import type { Check, Part } from './vocabulary.ts'

/** What one side answered when it was verified. */
export interface SideVerified {
  checks: Check<Part>[]
  /** What the other side calls itself. */
  accountName: string
  /** Their clock minus ours, in milliseconds. */
  clockOffsetMs: number
}

/** No shop has an order of this number: asking for it proves the permission and reads nobody's data. */
const harmlessOrderId = 'connector-check'

const { passed, warned, failed, fromFailure } = checksOf('empikplace')

/**
 * Three calls: the account, one conversation, one order that does not exist. A key may pass the first and fail the
 * others, since each needs a right of its own.
 */
export async function verifyEmpikPlace(
  client: Pick<EmpikPlaceClient, 'account' | 'threads' | 'orders'>,
  shopId: string,
  now: () => Date,
  signal: AbortSignal,
): Promise<SideVerified> {
  const account = await client.account(signal)
  if (!account.ok && (isWrongCredentials(account.failure) || isAway(account.failure))) {
    const check = fromFailure('credentials', account.failure, { rejected: texts.keyRejected })
    return { checks: [check], accountName: '', clockOffsetMs: 0 }
  }
  const checks: Check<Part>[] = [passed('credentials', texts.keyAccepted)]
  let serverTime = account.ok ? account.serverTime : undefined
  let clockOffsetMs = serverTime === undefined ? 0 : serverTime.getTime() - now().getTime()

  if (!account.ok) {
    const foreign = texts.shopForeign(shopId)
    checks.push(fromFailure('shop', account.failure, { rejected: foreign, refused: foreign }))
  } else if (account.value.shopId !== shopId) checks.push(failed('shop', texts.shopOther(shopId, account.value.shopId)))
  else checks.push(passed('shop', texts.shopFound(account.value.shopName)))

  const threads = await client.threads({ limit: 1 }, signal)
  // What the account answered may be remembered; then this call is the first to show that the key is void.
  if (!threads.ok && isWrongCredentials(threads.failure)) {
    const check = fromFailure('credentials', threads.failure, { rejected: texts.keyRejected })
    return { checks: [check], accountName: '', clockOffsetMs: 0 }
  }
  if (threads.ok) {
    checks.push(passed('messages', texts.messagesRead))
    if (serverTime === undefined && threads.serverTime !== undefined) {
      serverTime = threads.serverTime
      clockOffsetMs = serverTime.getTime() - now().getTime()
    }
  } else
    checks.push(
      fromFailure('messages', threads.failure, { rejected: texts.messagesDenied, refused: texts.messagesDenied }),
    )

  const orders = await client.orders([harmlessOrderId], signal)
  checks.push(
    orders.ok
      ? passed('orders', texts.ordersRead)
      : fromFailure('orders', orders.failure, { rejected: texts.ordersDenied }),
    serverTime === undefined
      ? warned('clock', texts.clockUnknown)
      : passed('clock', texts.clockKnown(Math.round(clockOffsetMs / 1000))),
  )
  return { checks, accountName: account.ok ? account.value.shopName : shopId, clockOffsetMs }
}
