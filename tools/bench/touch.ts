/** Lets a buyer of each shop write, so that every tenant has a change. */
import { createPostgresEventLog } from '@connector/event-log'
import { createProjection } from '@connector/projector'
import { connectWorker } from '@connector/store'
import { z } from 'zod'
import { startArgument, tell } from './child.ts'
import { eventsPerConversation, writeHistory } from './history.ts'
import { benchShops } from './shops.ts'

const { databaseUrl, tenants } = z.object({ databaseUrl: z.string(), tenants: z.number() }).parse(startArgument())

/** Beyond the conversations that any benchmark fills in. */
const first = 1_000_000

const store = connectWorker({ url: databaseUrl })
const log = createPostgresEventLog({ pool: store.pool, onError: () => undefined })
const events = await writeHistory(log, tenants * eventsPerConversation, benchShops(tenants, tenants), first)
const projection = createProjection(log, store)
while ((await projection.next()).events > 0);
await log.close()
await store.close()
tell({ events })
process.disconnect()
