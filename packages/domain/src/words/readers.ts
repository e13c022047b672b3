import { both, type BothLanguages } from './both-languages.ts'
import { isCustomer, isOperator } from './mirakl.ts'

/** Who reads what the shop writes. */
export const readers = ['customer', 'operator', 'everyone'] as const
export type Readers = (typeof readers)[number]

type Typed = { type: string }

/** Undefined where nobody is named: recipients that were not recorded. */
export function readersOf(to: readonly Typed[] | undefined): Readers | undefined {
  const [customer, operator] = [to?.some(isCustomer) === true, to?.some(isOperator) === true]
  if (customer && operator) return 'everyone'
  return customer ? 'customer' : operator ? 'operator' : undefined
}

const whither: Readonly<Record<Readers, BothLanguages>> = {
  customer: both('do klienta', 'to the buyer'),
  operator: both('do operatora', 'to the operator'),
  everyone: both('do klienta i operatora', 'to the buyer and the operator'),
}

/** `do klienta i operatora`; where the readers are not known, nobody is named. */
export const toReaders = (to: Readers | undefined): BothLanguages =>
  to === undefined ? both('do adresata', 'to its addressee') : whither[to]

/** First lines by which an agent names the readers of a reply. */
export const addressLines = '„@klient”, „@operator” albo „@wszyscy”'

/**
 * Whether a message is meant for the shop. One that names nobody, or somebody nobody has heard of, may be; one that names only
 * others is not, though EmpikPlace may show it to the shop.
 */
export const isForShop = (to: readonly Typed[]): boolean =>
  to.length === 0 || to.some((one) => !isCustomer(one) && !isOperator(one))
