import { readEnvironment, runMain } from '@connector/service-kit'
import { migrate, setLoginPasswords } from '@connector/store'
import { migrateSettings } from './migrate-settings.ts'

const usage = `Usage:
  npm run migrate     brings the database to the newest schema; may be run again at any time, beside the services
DATABASE_URL says which database, as a user that may create tables and roles. CONNECTOR_WORKER_PASSWORD and
CONNECTOR_API_PASSWORD give the logins of the services new passwords; unset leaves them as they are.`

/**
 * Brings the database to the newest schema, as a user that may create tables and roles, and gives the logins of the
 * services their passwords. Services wait until it has run; it may be run again at any time, beside them.
 */
await runMain(async () => {
  const {
    DATABASE_URL,
    CONNECTOR_WORKER_PASSWORD: worker,
    CONNECTOR_API_PASSWORD: api,
  } = readEnvironment(migrateSettings)
  const applied = await migrate(DATABASE_URL)
  await setLoginPasswords(DATABASE_URL, {
    ...(worker === undefined ? {} : { connector_worker: worker }),
    ...(api === undefined ? {} : { connector_api: api }),
  })
  process.stdout.write(applied.length === 0 ? 'Nothing was left to do.\n' : `Applied: ${applied.join(', ')}\n`)
}, usage)
