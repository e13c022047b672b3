import type { Side } from '@connector/domain/events'
import type { BothLanguages } from '@connector/domain/words'
import { z } from 'zod'
import { field } from '../schemas/field.ts'
import { bothLanguages } from '../schemas/views.ts'
import type { CheckOf } from './check.ts'
import { texts } from './texts.ts'

/** What an integration needs, in the order in which one need builds on another. */
export const empikPlaceNeeds = ['host', 'credentials', 'shop', 'shop-state', 'messages', 'orders', 'clock'] as const
export const accountNeeds = [
  'host',
  'credentials',
  'queues',
  'categories',
  'statuses',
  'agents',
  'tickets',
  'ticket',
  'customers',
  'customer',
  'agent',
  'thread-field',
  'order-field',
  'mailbox',
  'sink-domain',
  'create-ticket',
  'update-ticket',
  'customer-response',
  'agent-response',
  'comment',
  'create-customer',
  'update-customer',
  'upload-file',
] as const
export const settingsNeeds = [
  'queue',
  'category',
  'customer-field',
  'ticket-field',
  'reopen-status',
  'ticket-source',
] as const

export type Need = (typeof empikPlaceNeeds | typeof accountNeeds | typeof settingsNeeds)[number]
export type NeedCheck = CheckOf<Need>

const codes = [
  ...empikPlaceNeeds.map((need) => `empikplace.${need}` as const),
  ...[...accountNeeds, ...settingsNeeds].map((need) => `thulium.${need}` as const),
]

const item = z.object({
  code: field(z.enum(codes), 'Which need; stable.', 'thulium.queue'),
  state: field(
    z.enum(['ok', 'warning', 'error', 'unknown']),
    '`error`: it cannot work like this. `warning`: it may not. `unknown`: nothing can be said without trying it for real, or before an error above is corrected.',
  ),
  message: field(bothLanguages, 'What was found, and what to do where something is wrong.'),
})
export type Item = z.infer<typeof item>

export const preflightAnswer = z
  .object({
    verdict: field(
      z.enum(['ready', 'ready-with-warnings', 'not-ready']),
      'Not ready with any error; what is unknown does not count.',
    ),
    items: field(z.array(item), 'Each need by itself.'),
  })
  .meta({ id: 'Preflight' })
export type PreflightAnswer = z.infer<typeof preflightAnswer>

const stateOf = ({ ok, warning }: Pick<NeedCheck, 'ok' | 'warning'>): Item['state'] =>
  !ok ? 'error' : warning ? 'warning' : 'ok'

const codeOf = (side: Side, need: Need): Item['code'] => item.shape.code.parse(`${side}.${need}`)

export const itemOf = (check: NeedCheck): Item => ({
  code: codeOf(check.side, check.part),
  state: stateOf(check),
  message: check.message,
})

export const unknownItem = (side: Side, need: Need, message: BothLanguages): Item => ({
  code: codeOf(side, need),
  state: 'unknown',
  message,
})

/** Every need once at least: those that nothing was found out about say so. */
export const complete = (side: Side, needs: readonly Need[], items: readonly Item[]): Item[] =>
  needs.flatMap((need) => {
    const found = items.filter(({ code }) => code === codeOf(side, need))
    return found.length > 0 ? found : [unknownItem(side, need, texts.notChecked)]
  })

export function preflightOf(items: Item[]): PreflightAnswer {
  const has = (state: Item['state']): boolean => items.some((one) => one.state === state)
  return { verdict: has('error') ? 'not-ready' : has('warning') ? 'ready-with-warnings' : 'ready', items }
}
