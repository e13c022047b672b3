import type { ConversationState } from '../conversation/state.ts'
import { parseEffectKey, type EffectKey } from '../effects/effect-key.ts'
import { emptyPlanning, planEffects } from '../effects/plan.ts'
import type { PlannedEffect } from '../effects/wishes.ts'
import type { ConversationEvent } from '../events/event-types.ts'
import type { ConversationRef } from '../words/ids.ts'
import type { Facts, LedgerRow, ReconcileFinding } from './facts.ts'
import type { ReconcileKind } from './kinds.ts'

/** Every write that the log of a conversation asks for, each once. @param events in order, from the first one */
export function plannedEffects(
  ref: ConversationRef,
  events: readonly { event: ConversationEvent; revision: number }[],
): PlannedEffect[] {
  const planned = new Map<string, PlannedEffect>()
  let planning = emptyPlanning
  for (const { event, revision } of events) {
    const plan = planEffects(ref, planning, event, revision)
    planning = plan.planning
    for (const effect of plan.effects) if (!planned.has(effect.key)) planned.set(effect.key, effect)
  }
  return [...planned.values()]
}

/** What the log knows of where a write is; whether it is planned, claimed or unknown only the ledger knows. */
type Group = 'open' | 'parked' | 'confirmed'

const groupOf = ({ state }: LedgerRow): Group => (state === 'confirmed' || state === 'parked' ? state : 'open')

const logSays = (state: ConversationState, key: string): Group =>
  state.settled.has(key) ? 'confirmed' : state.parked.has(key) ? 'parked' : 'open'

export function compareLedger({ state, planned, ledger }: Facts): ReconcileFinding[] {
  if (!ledger) return []
  const rows = new Map(ledger.map((row) => [row.key, row]))
  const wanted = new Set(planned.map(({ key }) => key))
  const finding = (effectKey: string, log: string | null, inLedger: string | null): ReconcileFinding => ({
    what: 'ledger-contradicts-log',
    subject: effectKey,
    evidence: { effectKey, log, ledger: inLedger },
  })
  return [
    ...planned.flatMap(({ key }) => {
      const row = rows.get(key)
      const log = logSays(state, key)
      if (!row) return [finding(key, log, null)]
      return groupOf(row) === log ? [] : [finding(key, log, row.state)]
    }),
    ...ledger.filter(({ key }) => !wanted.has(key)).map(({ key, state: inLedger }) => finding(key, null, inLedger)),
  ]
}

/** Writes that need a person, by what is missing because of them. */
const missingBy: Partial<Record<EffectKey['kind'], ReconcileKind>> = {
  'customer:link': 'message-parked',
  'ticket:create': 'message-parked',
  'message:mirror': 'message-parked',
  'auto-reply:mirror': 'message-parked',
  'reply:send': 'reply-parked',
  'auto-reply:send': 'reply-parked',
  'attachment:relay': 'file-parked',
  'attachment:send': 'file-parked',
}

/** @param done what is done at the other side, only not recorded: that is told, and cured, by itself */
export function parkedWrites({ ref, state }: Facts, done: ReadonlySet<string>): ReconcileFinding[] {
  return [...state.parked].flatMap(([effectKey, { code }]) => {
    const kind = parseEffectKey(ref, effectKey)?.kind
    const what = kind && missingBy[kind]
    if (!what || done.has(effectKey)) return []
    return [{ what, subject: effectKey, evidence: { effectKey, code }, effectKey }]
  })
}
