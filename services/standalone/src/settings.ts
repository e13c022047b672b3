import { natsSettings } from '@connector/nats'
import { z } from 'zod'

const port = z.coerce.number().int().min(1).max(65_535)

export const standaloneSettings = z.object({
  DATA_DIR: z.string().default('.data').describe('Folder of the database, the master key and the sandboxes’ state.'),
  CONNECTOR_OLD_MASTER_KEY: z
    .string()
    .optional()
    .describe('The master key before the one in `DATA_DIR`, while it is being changed.'),
  DATABASE_URL: z.string().optional().describe('PostgreSQL to use; unset means the embedded one.'),
  ...natsSettings,
  API_HOST: z
    .string()
    .default('127.0.0.1')
    .describe('Address of this machine to listen on; the console has no login here.'),
  API_PORT: port.default(8080).describe('Port of the API and the console.'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Address at which agents reach the API from their browsers; unset means the one it listens on.'),
  EMPIKPLACE_SANDBOX_PORT: port.default(8081).describe('Port of the EmpikPlace sandbox.'),
  THULIUM_SANDBOX_PORT: port.default(8082).describe('Port of the Thulium sandbox.'),
  DEMONSTRATION: z
    .enum(['connected', 'empty'])
    .default('connected')
    .describe('`connected`: the sandboxes’ account and shop are connected at the first start. `empty`: nothing is.'),
  LOG_LEVEL: z
    .string()
    .default('warn')
    .describe('Least level that is logged: trace, debug, info, warn, error, silent.'),
})

/** A person who tries this out should see a message become a ticket, and an answer reach the buyer, within 3 s. */
export const quickSettings = {
  EMPIKPLACE_POLL_MS: '700',
  THULIUM_POLL_MS: '700',
  REPLY_SETTLE_MS: '500',
  LEASE_MS: '10000',
  WAIT_SCALE: '0.1',
  REJECTION_SPACING_MS: '1000',
  THULIUM_REQUESTS_PER_SECOND: '50',
  THULIUM_REQUESTS_IN_FLIGHT: '4',
  EMPIKPLACE_REQUESTS_PER_SECOND: '50',
  EMPIKPLACE_REQUESTS_IN_FLIGHT: '2',
  ALERT_EVERY_MS: '2000',
  ALERT_WEBHOOKS_TO_THIS_MACHINE: 'on',
}
