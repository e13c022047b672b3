import t from 'tap'
import { eventLogContract } from './contract.ts'
import { noDatabase } from '@connector/test-kit'
import { createLogDatabase, openLog } from './support/postgres-log.ts'

if (noDatabase !== undefined) {
  t.plan(0, noDatabase)
} else {
  const { url } = await createLogDatabase(t)
  await eventLogContract('PostgreSQL', () => Promise.resolve(openLog(url, { listen: url })))
}
