import type { FindingView, OperationView } from '../schemas/operation.ts'

/** What is shown of a text from outside, or of words of a person: the text itself, or that it is hidden. */
type Text = (ofTheOutside: string) => string

/** Why it was asked for is what a person wrote, and an id of a buyer is no count and no state. */
export const shownOperation = (operation: OperationView, text: Text): OperationView => {
  const { reason, scope } = operation
  const { customerId } = scope
  return {
    ...operation,
    reason: reason === null ? null : text(reason),
    scope: { ...scope, customerId: customerId === null ? null : text(customerId) },
  }
}

/** Ids by which a buyer is known at EmpikPlace and in the CRM of Thulium. */
const idsOfBuyers = new Set(['customerId', 'crmCustomer'])

/**
 * Every detail is hidden, not only those that are known to quote the other side: a new kind of finding must not be forgotten
 * here. What was found is told by `what` and `title` all the same.
 */
export const shownFinding = (finding: FindingView, text: Text): FindingView => {
  const { detail, texts, evidence } = finding
  // An id may be a number, which stays one for those who may read it.
  const isHidden = text('') !== ''
  return {
    ...finding,
    detail: text(detail),
    evidence: Object.fromEntries(
      Object.entries(evidence).map(([name, value]) => [
        name,
        idsOfBuyers.has(name) && value !== null && isHidden ? text('') : value,
      ]),
    ),
    texts: { ...texts, detail: { pl: text(texts.detail.pl), en: text(texts.detail.en) } },
  }
}
