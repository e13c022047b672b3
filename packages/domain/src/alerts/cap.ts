import type { AlertKind } from './kinds.ts'

/** An alert as the cap counts it. */
interface Counted {
  tenantId: string
  integrationId: string
  kind: AlertKind
}

/** Alerts an hour to the people of one account, and of these about one kind of trouble in one shop. */
export const capAnHour = { inAll: 20, ofOne: 4 } as const

export const capWindowMs = 3_600_000

const sameTrouble = (one: Counted, other: Counted): boolean =>
  one.integrationId === other.integrationId && one.kind === other.kind

/**
 * Which of the new alerts are sent; the others are kept and left out, and later one alert says how many.
 * @param sent alerts of the same account within the last hour
 */
export function withinCap<T extends Counted>(
  sent: readonly Counted[],
  alerts: readonly T[],
): { send: T[]; leaveOut: T[] } {
  const send: T[] = []
  const leaveOut: T[] = []
  for (const alert of alerts) {
    const before = [...sent, ...send]
    const ofOne = before.filter((one) => sameTrouble(one, alert)).length
    if (before.length < capAnHour.inAll && ofOne < capAnHour.ofOne) send.push(alert)
    else leaveOut.push(alert)
  }
  return { send, leaveOut }
}
