import { customerIdentity } from '../buyers/customer.ts'
import type { Facts, ReconcileFinding } from './facts.ts'
import { compareLedger, parkedWrites } from './ledger.ts'
import { compareThread } from './thread.ts'
import { compareTicket } from './ticket.ts'

function compareCustomer({ ref, state, customerField, settings }: Facts): ReconcileFinding[] {
  const { crmRecord } = state
  if (customerField === undefined || !crmRecord || !customerIdentity(ref.threadId, state).isBuyer) return []
  const { customerId, thuliumCustomerId } = crmRecord
  if (customerField === customerId) return []
  return [
    {
      what: 'customer-field-changed',
      subject: `customer ${thuliumCustomerId}`,
      evidence: {
        thuliumCustomerId,
        field: settings.customerField,
        expected: customerId,
        isEmpty: (customerField ?? '') === '',
      },
    },
  ]
}

/** All that log, EmpikPlace, Thulium and ledger contradict each other in, about one conversation. */
export function reconcile(facts: Facts): ReconcileFinding[] {
  const { findings, done } = compareThread(facts)
  return [
    ...findings,
    ...compareTicket(facts),
    ...compareCustomer(facts),
    ...parkedWrites(facts, done),
    ...compareLedger(facts),
  ]
}
