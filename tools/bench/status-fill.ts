/** Fills a database with shops that have a past, as the status of a shop reads it. */
import { createProjection } from '@connector/projector'
import pg from 'pg'
import { z } from 'zod'
import { startArgument, tell } from './child.ts'
import { writeHistory } from './history.ts'
import { benchShops } from './shops.ts'
import { createWorld } from './world.ts'

const { databaseUrl, count, shops, tenants } = z
  .object({ databaseUrl: z.string(), count: z.number(), shops: z.number(), tenants: z.number() })
  .parse(startArgument())

const world = await createWorld(databaseUrl, benchShops(shops, tenants))
const events = await writeHistory(world.log, count, benchShops(shops, tenants))
const projection = createProjection(world.log, world.store)
while ((await projection.next()).events > 0);
const owner = new pg.Client({ connectionString: databaseUrl })
await owner.connect()
await owner.query('vacuum analyze')
await owner.query('checkpoint')
await owner.end()
await world.close()
tell({ events })
process.disconnect()
