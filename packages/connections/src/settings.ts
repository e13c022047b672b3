import { isHostPattern, problemOfTemplate } from '@connector/outbound-http'
import { z } from 'zod'

const positive = z.coerce.number().positive()

/** A mistake in an address stops the start, not the first call. */
const mayBeCalled = (template: string, context: z.core.$RefinementCtx<string>): void => {
  const problem = problemOfTemplate(template)
  if (problem !== undefined) context.addIssue({ code: 'custom', message: `Nothing can be called there: ${problem}` })
}

/** Where the outside APIs are and how hard they may be used. Shared by every service that calls them. */
export const connectionSettings = z.object({
  EMPIKPLACE_URL: z
    .url()
    .superRefine(mayBeCalled)
    .default('https://marketplace.empik.com')
    .describe('Base address of EmpikPlace (Mirakl): https, except at an address of this machine (127.0.0.1).'),
  THULIUM_URL: z
    .string()
    .includes('{system}')
    .superRefine(mayBeCalled)
    .default('https://{system}.thulium.com')
    .describe(
      'Address of a Thulium account; {system} stands for the name of the account. https, except at an address of this machine.',
    ),
  OUTSIDE_HOSTS: z
    .string()
    .default('*.thulium.com,marketplace.empik.com')
    .transform((text) => text.split(',').map((pattern) => pattern.trim()))
    .transform((patterns) => patterns.filter((pattern) => pattern !== ''))
    .refine((patterns) => patterns.every(isHostPattern), 'Names such as marketplace.empik.com or *.thulium.com')
    .describe(
      'Hosts that may be called besides those of the two addresses, with commas between them; *. stands for one more part of the name. ' +
        'None may lead to a private address, and only https is spoken.',
    ),
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
  WAIT_SCALE: positive
    .default(1)
    .describe(
      'Multiplies every wait before a look-up or a retry, and pauses that the outside did not measure out itself; ' +
        'below 1 only for trying things out.',
    ),
})

export type ConnectionSettings = z.infer<typeof connectionSettings>
