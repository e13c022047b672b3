import { z } from 'zod'

const positive = z.coerce.number().positive()

/** Where the outside APIs are and how hard they may be used. Shared by every service that calls them. */
export const connectionSettings = z.object({
  EMPIKPLACE_URL: z.url().default('https://marketplace.empik.com').describe('Base address of EmpikPlace (Mirakl).'),
  THULIUM_URL: z
    .string()
    .includes('{system}')
    .default('https://{system}.thulium.com')
    .describe('Address of a Thulium account; {system} stands for the name of the account.'),
  // Nothing is published, so the share of one service is small: ingest and projector together stay at 2 a second.
  THULIUM_REQUESTS_PER_SECOND: positive
    .default(1)
    .describe('Requests per second to one Thulium account, by one service.'),
  THULIUM_REQUESTS_IN_FLIGHT: z.coerce
    .number()
    .int()
    .positive()
    .default(1)
    .describe('Requests at the same time to one Thulium account, by one service.'),
  EMPIKPLACE_REQUESTS_PER_SECOND: positive
    .default(1)
    .describe('Requests per second with one EmpikPlace key, by one service.'),
  EMPIKPLACE_REQUESTS_IN_FLIGHT: z.coerce
    .number()
    .int()
    .positive()
    .default(1)
    .describe('Requests at the same time with one EmpikPlace key, by one service.'),
  OUTSIDE_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .positive()
    .optional()
    .describe(
      'Longest wait for the whole answer of an outside API, in ms; unset: 30 000, and 60 000 for a reply to EmpikPlace.',
    ),
})

export type ConnectionSettings = z.infer<typeof connectionSettings>
