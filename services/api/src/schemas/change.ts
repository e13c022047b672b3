import { z } from 'zod'
import { field } from './field.ts'

/** Any JSON: it came from the log. Said without a recursive schema, for readers of the OpenAPI document. */
const json = z.unknown()

export const changeView = z.object({
  at: field(z.iso.datetime(), 'When.', '2026-03-02T08:15:00.000Z'),
  actor: field(z.string().nullable(), 'The service that wrote it down.', 'api'),
  by: field(
    z
      .object({
        keyId: field(z.string(), 'Id of the access key.', '0b9d3f3e-6f0f-4a55-8d2c-5a1f0c7e9b42'),
        name: field(z.string(), 'What the key was called then.', 'Panel sklepu'),
      })
      .nullable(),
    'The access key of whoever asked the API for it; null where nobody did.',
  ),
  requestId: field(
    z.string().nullable(),
    '`x-request-id` of the request that caused it, as in the access log; null when no request did.',
    'caller-7:1',
  ),
  of: field(z.enum(['integration', 'account']), 'Whose change it is.'),
  what: field(
    z.enum([
      'settings',
      'empikplace-key-replaced',
      'thulium-password-replaced',
      'started',
      'stopped',
      'stopped-by-rejections',
      'deleted',
      'account-paused',
      'account-resumed',
      'account-deleted',
    ]),
    'What was done.',
  ),
  fields: field(
    z.array(
      z.object({
        path: field(z.array(z.string()), 'Where the setting is.', ['replies', 'footer']),
        from: field(json, 'Its value before; null where it was not set.', ''),
        to: field(json, 'Its value now; null where it is not set.', 'Zespół sklepu'),
      }),
    ),
    'What differs from before, at its deepest.',
  ),
})
export type ChangeView = z.infer<typeof changeView>
