import { loginOf } from '@connector/store'
import { z } from 'zod'

const password = (login: string): z.ZodOptional<z.ZodString> =>
  z.string().optional().describe(`New password of the login ${login}; unset leaves it as it is.`)

export const migrateSettings = z.object({
  DATABASE_URL: z.string().describe('The database, as a user that may create tables and roles.'),
  CONNECTOR_WORKER_PASSWORD: password(loginOf('connector_worker')),
  CONNECTOR_API_PASSWORD: password(loginOf('connector_api')),
})
