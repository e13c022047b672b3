import { both } from '../words/index.ts'
import { CommandRefused } from './decide.ts'
import type { IntegrationState } from './state.ts'

/** Another integration of the same tenant. */
export interface Neighbour {
  integrationId: string
  state: IntegrationState
  /** What can be seen of its events that this version cannot read; the state ends before them. */
  unread?: { shopIds: readonly string[]; isDeleted: boolean }
}

/** A shop by its number, however many zeros are written in front: EmpikPlace takes 037001 for 37001. */
export const shopNumber = (shopId: string): string => shopId.replace(/^0+(?=\d)/, '')

export const isSameShop = (one: string, other: string): boolean => shopNumber(one) === shopNumber(other)

/** Two with one shop would make two tickets of each message, and both answers would reach the buyer. */
const holders = (neighbours: readonly Neighbour[], shopId: string): Neighbour[] =>
  neighbours.filter(({ state: { settings, deletedAt }, unread = { shopIds: [], isDeleted: false } }) => {
    if (deletedAt || unread.isDeleted) return false
    // Which of those it has now is not known, so it holds each of them.
    const held = [...(settings ? [settings.shopId] : []), ...unread.shopIds]
    return held.some((one) => isSameShop(one, shopId))
  })

const nameOf = ({ integrationId, state }: Neighbour): string =>
  `integration ${integrationId} (${state.settings?.name ?? 'without a name'})`

/**
 * For an integration that is to get this shop. One that is stopped holds its shop too: started again it would be the second.
 * @throws {CommandRefused} integration.shop_connected
 */
export function assertShopIsFree(neighbours: readonly Neighbour[], shopId: string): void {
  const [holder] = holders(neighbours, shopId)
  if (holder)
    throw new CommandRefused(
      'integration.shop_connected',
      both(
        `Sklep ${shopId} należy do: ${nameOf(holder)} (stan: ${holder.state.status}). ` +
          'Zmień albo uruchom tamtą albo najpierw ją usuń; usunięta integracja zwalnia sklep.',
        `Shop ${shopId} belongs to ${nameOf(holder)}, whose status is ${holder.state.status}. ` +
          'Change or start that one instead, or delete it first; a deleted integration frees its shop.',
      ),
    )
}

/**
 * For an integration that has the shop already and is to start. Only tenants from before shops were held have two with one.
 * One that rejected credentials have stopped runs again by itself once they are accepted.
 * @throws {CommandRefused} integration.shop_connected
 */
export function assertShopIsIdle(neighbours: readonly Neighbour[], shopId: string): void {
  const rival = holders(neighbours, shopId).find(
    ({ state: { status } }) => status === 'running' || status === 'credentials-rejected',
  )
  if (!rival) return
  const what =
    rival.state.status === 'running'
      ? both('już działa. Najpierw ją zatrzymaj albo usuń', 'runs already. Stop or delete it first')
      : both(
          'czeka na nowe dane logowania i potem znów ruszy. Najpierw ją usuń',
          'waits for new credentials and then runs again. Delete it first',
        )
  throw new CommandRefused(
    'integration.shop_connected',
    both(
      `Sklep ${shopId} należy też do: ${nameOf(rival)}, która ${what.pl}: obie tworzyłyby zgłoszenie z każdej wiadomości.`,
      `Shop ${shopId} belongs to ${nameOf(rival)}, too, which ${what.en}: both would make a ticket of each message.`,
    ),
  )
}
