/**
 * What one unit of work costs, measured on two cores of a rented machine with fsync on. Processor time is given by process, since it
 * adds up; rates of two noisy cores do not. The look is that of a steady state on a quiet machine (`npm run bench -- --quick steady`:
 * 1 000 idle shops at 60 s; decision 37); the conversation is of small amounts (`--quick backlog`), so that the start of the processes
 * is part of it, while others used the machine too: an upper bound.
 */
export interface Costs {
  /** One look at a shop or an account of which nothing has changed, in ms of processor time. */
  look: { ours: number; database: number }
  /** One conversation from the buyer's message to its customer and ticket, in ms of processor time. */
  conversation: { ours: number; database: number; transactions: number; walKiB: number }
  /** Events of such a conversation, with what each takes on disk: log, indexes and read models, in KiB. */
  events: { perConversation: number; kibEach: number }
  /** Events that one projection folds in a second when it does nothing else. */
  foldedPerSecond: number
  /** Calls to Thulium that a conversation asks for. */
  thuliumCallsPerConversation: number
}

export const measured: Costs = {
  look: { ours: 3.75, database: 1.99 },
  conversation: { ours: 18.8, database: 6.1, transactions: 3.8, walKiB: 16.3 },
  events: { perConversation: 9, kibEach: 1.6 },
  foldedPerSecond: 7_600,
  thuliumCallsPerConversation: 5,
}
