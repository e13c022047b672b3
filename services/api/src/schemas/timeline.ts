import { readers } from '@connector/domain/words'
import { z } from 'zod'
import { conversationAt } from './conversation-at.ts'
import { effectView } from './effect.ts'
import { field } from './field.ts'
import { bothLanguages, conversationView } from './views.ts'

/** A conversation with everything that happened in it, what caused it, and what it led to. */
export const conversationDetail = conversationView
  .extend({
    events: field(
      z.array(
        z.object({
          type: field(z.string(), 'What happened.', 'MessageReceived'),
          recordedAt: field(z.iso.datetime(), 'When it was recorded.', '2026-03-02T08:15:00.000Z'),
          actor: field(z.string().nullable(), 'The service that recorded it.', 'ingest'),
          by: field(
            z
              .object({
                keyId: field(z.string(), 'Id of the access key.', '0b9d3f3e-6f0f-4a55-8d2c-5a1f0c7e9b42'),
                name: field(z.string(), 'What the key was called then.', 'Panel sklepu'),
              })
              .nullable(),
            'The access key of whoever asked the API for it; null where nobody did.',
          ),
          causedBy: field(
            z.string().nullable(),
            'What led to it: `api:` and a request id, `poll:` and what was looked at, or the key of a write.',
            'poll:threads',
          ),
          data: field(z.record(z.string(), z.unknown()), 'The facts; their fields depend on `type`.', {
            messageId: '9f4c1d52-6f0e-4b7e-8a4b-1f7f0c2d3e45',
          }),
          about: field(
            bothLanguages.nullable(),
            'The write whose fate it tells, in words; null where it tells of none.',
          ),
          readers: field(
            z.enum(readers).nullable(),
            'Who gets the reply or the file that it tells of: `everyone` are the buyer and the operator. Null where it tells of ' +
              'none, and where it was not recorded.',
          ),
          effects: field(z.array(effectView), 'The writes it asked for, and what has become of them.'),
        }),
      ),
      'Everything that happened, oldest first; with `at`, by then.',
    ),
    stateAt: field(
      conversationAt.nullable(),
      'As it stood at the moment of `at`; null where none was asked for. Everything above is as it is now.',
    ),
  })
  .meta({ id: 'ConversationDetail' })
