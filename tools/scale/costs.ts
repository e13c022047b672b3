/**
 * What one unit of work costs, measured by `npm run bench -- --quick steady backlog sealing` on two cores of a rented machine
 * with fsync on. Small amounts: the start of the processes is part of it, so these are upper bounds. Processor time is given by
 * process, since it adds up; rates of two noisy cores do not.
 */
export interface Costs {
  /** One look at a shop or an account of which nothing has changed, in ms of processor time; that of the database is taken to be as much. */
  look: { ours: number; database: number }
  /** One conversation from the buyer's message to its ticket, customer and first answer, in ms of processor time. */
  conversation: { ours: number; database: number; transactions: number; walKiB: number }
  /** Events of such a conversation, with what each takes on disk: log, indexes and read models, in KiB. */
  events: { perConversation: number; kibEach: number }
  /** Events that one projection folds in a second when it does nothing else. */
  foldedPerSecond: number
  /** Calls to Thulium that a conversation asks for. */
  thuliumCallsPerConversation: number
}

export const measured: Costs = {
  look: { ours: 18, database: 18 },
  conversation: { ours: 15.2, database: 12, transactions: 3.8, walKiB: 16.3 },
  events: { perConversation: 9, kibEach: 1.6 },
  foldedPerSecond: 7_600,
  thuliumCallsPerConversation: 5,
}
