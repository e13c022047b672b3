import { HttpError } from './api.js'

/** @typedef {import('./api.js').Conversation} Conversation */
/** @typedef {import('./api.js').ConversationDetail} ConversationDetail */
/** @typedef {'waiting' | 'quiet' | 'ticket' | 'replying' | 'answered' | 'parked'} StateName */

/**
 * How far a conversation has come.
 * @param {Conversation} row
 * @param {boolean} answered whether the shop had the last word
 * @returns {{ name: StateName, stage: 1 | 2 | 3 | 4 }}
 */
export function stateOf(row, answered) {
  const hasTicket = row.ticketId !== null && row.ticketId !== undefined
  const stage = row.repliesPending > 0 ? 3 : hasTicket && answered ? 4 : hasTicket ? 2 : 1
  if (row.parkedEffects > 0) return { name: 'parked', stage }
  if (stage === 3) return { name: 'replying', stage }
  if (stage === 4) return { name: 'answered', stage }
  if (stage === 2) return { name: 'ticket', stage }
  // The shop's own automatic mails make no ticket until the buyer writes.
  return { name: row.lastAuthor === 'seller' && row.waitingEffects === 0 ? 'quiet' : 'waiting', stage }
}

/** @param {ConversationDetail} detail */
function shopSpokeLast({ events }) {
  const last = events.findLast(
    ({ type, data }) => type === 'ReplySent' || (type === 'MessageReceived' && data['author'] !== 'operator'),
  )
  return last?.type === 'ReplySent' || last?.data['author'] === 'seller'
}

/**
 * Tells for each conversation whether the shop had the last word. The list names the author of the last message
 * received from EmpikPlace, which an answer sent from Thulium is not; only the events of such a conversation tell whether
 * the buyer wrote again after it. They are read once per change.
 * @param {(integrationId: string, threadId: string) => Promise<ConversationDetail>} load
 */
export function createAnswerCheck(load) {
  /** @type {Map<string, { changedAt: string, answered: boolean }>} */
  const known = new Map()

  /** @param {Conversation} row */
  return async (row) => {
    if (row.lastAuthor === 'seller') return true
    if (row.repliesSent === 0) return false
    const key = `${row.integrationId}/${row.threadId}`
    const before = known.get(key)
    if (before?.changedAt === row.changedAt) return before.answered
    let answered = false
    try {
      answered = shopSpokeLast(await load(row.integrationId, row.threadId))
    } catch (error) {
      // One conversation the server cannot show must not keep the others from being shown.
      if (!(error instanceof HttpError)) throw error
    }
    known.set(key, { changedAt: row.changedAt, answered })
    return answered
  }
}
