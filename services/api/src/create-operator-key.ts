import { readEnvironment, runMain } from '@connector/service-kit'
import { connectTenants, untilSchemaIsReady } from '@connector/store'
import { makeOperatorKey } from './operator-key.ts'
import { apiSettings } from './settings.ts'

const usage = `Usage:
  node --import tsx services/api/src/create-operator-key.ts ["name of the key"]
Makes an access key of the operator and prints its secret, once. DATABASE_URL says which database.`

/**
 * Makes an access key of the operator and prints its secret, once. The first key can be made in no other way: whoever may
 * reach the database is the operator. An argument is the name of the key.
 */
await runMain(async () => {
  const { DATABASE_URL } = readEnvironment(apiSettings.pick({ DATABASE_URL: true }))
  await untilSchemaIsReady(DATABASE_URL, 'connector_api', {
    onWait: (message) => process.stderr.write(`${message}\n`),
  })
  const store = connectTenants({ url: DATABASE_URL, max: 1 })
  try {
    const name = process.argv[2] ?? 'operator'
    const secret = await makeOperatorKey(store, { name, expiresAt: null }, new Date())
    process.stdout.write(`${secret}\n`)
  } finally {
    await store.close()
  }
}, usage)
