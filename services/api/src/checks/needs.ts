import type { Side } from '@connector/domain/events'
import type { BothLanguages } from '@connector/domain/words'
import { z } from 'zod'
import { field } from '../schemas/field.ts'
import { bothLanguages } from '../schemas/views.ts'
import { texts } from './texts.ts'
import { accountNeeds, empikPlaceNeeds, settingsNeeds, severities, type Check, type Need } from './vocabulary.ts'

const codes = [
  ...empikPlaceNeeds.map((need) => `empikplace.${need}` as const),
  ...[...accountNeeds, ...settingsNeeds].map((need) => `thulium.${need}` as const),
]

const item = z.object({
  code: field(z.enum(codes), 'Which need; stable.', 'thulium.queue'),
  state: field(
    z.enum([...severities, 'unknown']),
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

const codeOf = (side: Side, need: Need): Item['code'] => item.shape.code.parse(`${side}.${need}`)

export const itemOf = ({ side, need, severity, message }: Check): Item => ({
  code: codeOf(side, need),
  state: severity,
  message,
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
