/** Changes the master key under running services: `docs/operations.md` tells when and how. */
import { parseArgs } from 'node:util'
import { readEnvironment, runMain } from '@connector/service-kit'
import { connectWorker, masterKeysOf, rotateMasterKey } from '@connector/store'
import { z } from 'zod'

const rotationSettings = z.object({
  DATABASE_URL: z.string(),
  CONNECTOR_MASTER_KEY: z.string(),
  CONNECTOR_OLD_MASTER_KEY: z.string().optional(),
})

const usage = `Usage:
  node --import tsx services/api/src/rotate-master-key.ts [--fresh-data-keys]
Puts what is sealed under the new master key. DATABASE_URL says which database, CONNECTOR_MASTER_KEY and
CONNECTOR_OLD_MASTER_KEY are the new key and the one before (docs/operations.md).`

await runMain(async () => {
  const { values } = parseArgs({ options: { 'fresh-data-keys': { type: 'boolean', default: false } } })
  const settings = readEnvironment(rotationSettings)
  const keys = masterKeysOf(settings)
  const store = connectWorker({ url: settings.DATABASE_URL, max: 1 })
  try {
    const { rotated, already, unreadable } = await rotateMasterKey(store.db, keys, {
      freshDataKeys: values['fresh-data-keys'],
    })
    process.stdout.write(`Data keys now under the new master key: ${rotated}. Nothing left to do: ${already}.\n`)
    if (unreadable.length > 0)
      throw new Error(`Opened by neither master key, and left as they are: ${unreadable.join(', ')}`)
  } finally {
    await store.close()
  }
}, usage)
