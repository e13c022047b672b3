import type { ConversationState } from '../conversation/state.ts'
import type { PlannedEffect } from '../effects/wishes.ts'
import type { ThuliumConnection } from '../events/tenant-events.ts'
import type { SeenMessage } from '../events/conversation-events.ts'
import type { IntegrationSettings } from '../settings/integration-settings.ts'
import type { ConversationRef } from '../words/ids.ts'
import type { ReconcileKind } from './kinds.ts'

/** An entry of a ticket. */
export interface TicketEntry {
  id: number
  type: string
  userLogin?: string
  body: string
  comment: string
  createdAt?: Date
  attachments: readonly { name?: string }[]
}

export interface ShownTicket {
  id: number
  /** Value of the field that carries our mark; undefined where the answer did not show it. */
  mark: string | null | undefined
  /** In the order of their ids. */
  entries: readonly TicketEntry[]
}

/** A row of the ledger, read when the read models had folded exactly the events that the state is made of. */
export interface LedgerRow {
  key: string
  state: 'planned' | 'claimed' | 'unknown' | 'confirmed' | 'parked'
}

/** The three truths about one conversation. What could not be asked, or is not there to be asked, is undefined. */
export interface Facts {
  ref: ConversationRef
  /** The same before and after the outside was asked. */
  state: ConversationState
  /** All messages that EmpikPlace shows (M10), oldest first. */
  thread: readonly SeenMessage[] | undefined
  /** How the ticket was lost, where it is gone. */
  ticket: ShownTicket | { lost: 'deleted' | 'merged'; mergedInto?: number } | undefined
  /** Value of the field with the buyer's id in his CRM record; null also where the record is gone. */
  customerField: string | null | undefined
  /** Replies that belong to other tickets: passed on there, or seen there first. */
  elsewhere: { passedOn: ReadonlySet<number>; moved: ReadonlySet<number> }
  /** What the log asks for. */
  planned: readonly PlannedEffect[]
  ledger: readonly LedgerRow[] | undefined
  settings: IntegrationSettings
  account: Pick<ThuliumConnection, 'threadField' | 'agentLogin'>
  startedAt: Date | undefined
  shopName: string | undefined
  now: Date
}

export interface ReconcileFinding {
  what: ReconcileKind
  /** The message, entry, reply or write it is about. */
  subject: string
  /** Ids, times and numbers. */
  evidence: Record<string, unknown>
  /** Of a write that is parked. */
  effectKey?: string
}

/** What is younger may be on its way: looks come every 2 minutes, replies settle, and both clocks may differ by 2 minutes. */
export const youngMs = 10 * 60_000

export const isYoung = ({ now }: Pick<Facts, 'now'>, at: Date | undefined): boolean =>
  at === undefined || now.getTime() - at.getTime() < youngMs
