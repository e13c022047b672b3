import { z } from 'zod'

const serverList = z
  .string()
  .transform((text) => text.split(',').map((server) => server.trim()))
  .transform((servers) => servers.filter((server) => server !== ''))
  .refine(
    (servers) => servers.length > 0 && servers.every((server) => /^(nats|tls):\/\/[^\s/@]+$/.test(server)),
    'Addresses such as nats://nats.example:4222 or tls://nats.example:4222, without a user and password: those have settings of their own',
  )

/** How every service reaches NATS. Without the address nothing of it is loaded. */
export const natsSettings = {
  NATS_URL: serverList
    .optional()
    .describe(
      'NATS servers, with commas between them, such as `nats://nats:4222`: processes wake each other by it, and the public feed goes there. ' +
        'Unset: PostgreSQL wakes, and there is no feed. Losing it costs a second of latency and nothing else.',
    ),
  NATS_USER: z.string().optional().describe('User at NATS.'),
  NATS_PASSWORD: z.string().optional().describe('Password of NATS_USER.'),
  NATS_TOKEN: z.string().optional().describe('Token for NATS, where it asks for one in place of a user.'),
  NATS_CREDENTIALS: z
    .string()
    .optional()
    .describe('Content of a NATS credentials file (JWT and key); name the file by NATS_CREDENTIALS_FILE.'),
  NATS_CA: z
    .string()
    .optional()
    .describe('Certificate (PEM) that the certificate of NATS is checked by, where no public one signed it.'),
  NATS_PREFIX: z
    .string()
    .regex(/^[\w-]+$/, 'Letters, digits, - and _')
    .default('connector')
    .describe('First part of all subjects; another one for each installation that shares the servers.'),
}

export type NatsSettings = z.infer<z.ZodObject<typeof natsSettings>>
