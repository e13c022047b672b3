import { answerWarnings } from '@connector/domain/replies'
import { readers } from '@connector/domain/words'
import { z } from 'zod'
import { field } from './field.ts'
import { count, exampleTime, instant } from './views.ts'

export const exampleAnswerId = '0b9d3f3e-6f0f-4a55-8d2c-5a1f0c7e9b42'

export const answerId = field(z.uuid(), 'Id of the answer, as sending it gave.', exampleAnswerId)
export const to = field(z.enum(readers), 'Who gets it: the buyer, the operator, or `everyone`, who are both.')
/** Longer than EmpikPlace takes, so that one that is too long is told apart from one that is no text. */
export const text = field(
  z.string().max(60_000),
  'What was written, without the footer.',
  'Dzień dobry, wysyłamy jutro.',
)

export const answerSent = z
  .object({
    answerId,
    sendAt: field(instant, 'Until then it can be taken back.', exampleTime),
  })
  .meta({ id: 'AnswerSent' })

export const answerPreview = z
  .object({
    to,
    suggested: field(z.enum(readers).nullable(), 'Whom the rule of the settings would choose.'),
    chosenBy: field(
      z.enum(['last-writer', 'waiting-buyer', 'setting']).nullable(),
      'Why: whoever wrote last; the buyer too, since he waits; the settings. Null where there is nobody else.',
    ),
    readers: field(z.array(z.enum(readers)), 'Those who can be written to.', ['customer']),
    text: field(z.string(), 'What they get, footer included.', 'Dzień dobry, wysyłamy jutro.\n\nSklep Demo'),
    footer: field(z.string(), 'The footer among it; empty where there is none.', 'Sklep Demo'),
    fault: field(z.enum(['too-short', 'too-long']).nullable(), 'Why EmpikPlace would not take the text.'),
    leavesBuyerOut: field(z.boolean(), 'The buyer waits for an answer and would not see this one.'),
    warnings: field(
      z.array(z.enum(answerWarnings)),
      'What a person should look at again; none of it keeps the answer back.',
      ['phone'],
    ),
    hasTicket: field(z.boolean(), 'There is a ticket in which the answer can be shown.'),
    files: field(
      z.object({
        usedBytes: count('Bytes of the files that the conversation holds, in both directions.', 6_100_000),
        limitBytes: count('Bytes that it may hold, by the settings.', 10_485_760),
        allowedTypes: field(z.array(z.string()), 'Endings of names that EmpikPlace takes.', ['pdf', 'jpg']),
      }),
      'Room for files.',
    ),
  })
  .meta({ id: 'AnswerPreview' })
export type AnswerPreview = z.infer<typeof answerPreview>
