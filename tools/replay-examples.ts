/**
 * `npm run replay-examples [-- path/to/mirakl-openapi.json]`: the examples that Mirakl publishes for M10, M11 and OR11 go
 * through the connector and become tickets in the Thulium sandbox; prints the tickets. Fails when a thread is missing.
 */
import { access, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { removeDatabase, startEmbeddedDatabase } from '@connector/embedded-database'
import { until } from '@connector/test-kit'
import { createWorld } from '../services/standalone/test/support/world.ts'
import { readPublishedExamples } from './replay-examples/published.ts'
import { createExamplesServer } from './replay-examples/server.ts'

const file = resolve(
  process.argv[2] ??
    join(import.meta.dirname, '../../shared/reference/openapi/mirakl-mmp-seller-connector-subset.json'),
)
try {
  await access(file)
} catch {
  console.error(`There is no Mirakl document at ${file}. Name one: npm run replay-examples -- path/to/openapi.json`)
  process.exit(1)
}

const examples = await readPublishedExamples(file)
const server = createExamplesServer(examples)
const url = await server.listen({ port: 0, host: '127.0.0.1' })
const work = await mkdtemp(join(tmpdir(), 'connector-examples-'))
const given = process.env['TEST_DATABASE_URL']
const database =
  given === undefined ? await startEmbeddedDatabase({ folder: join(work, 'database'), durable: false }) : undefined
if (database) process.env['TEST_DATABASE_URL'] = database.url

const world = await createWorld()
try {
  // The examples are from 2016 to 2023; the integration counts as started before them.
  const shop = await world.addShop({ startedAt: new Date('2016-01-01T00:00:00Z') })
  await world.startServices({ EMPIKPLACE_URL: url })
  const ids = examples.listed.map(({ id }) => id)
  const ticketOf = (threadId: string) =>
    world.thulium.tickets(shop.tenantId).find(({ customFields }) => customFields['EmpikPlace wątek'] === threadId)
  for (const id of ids) {
    const wanted = examples.whole.get(id)?.['messages']
    const count = Array.isArray(wanted) ? wanted.length : 1
    const ticket = await until(`a ticket of thread ${id} with ${count} messages`, () => {
      const found = ticketOf(id)
      return found && found.messages.filter(({ type }) => type !== 'COMMENT').length >= count ? found : undefined
    })
    console.log(`\nTicket ${ticket.ticketId}: ${ticket.subject}`)
    for (const { type, body, comment } of ticket.messages)
      console.log(`  ${type}: ${(body || comment).replace(/\s+/g, ' ')}`)
  }
  console.log(`\n${ids.length} published threads became tickets.`)
} finally {
  await world.dispose()
  await server.close()
  await database?.stop()
  await removeDatabase(join(work, 'database'))
  await rm(work, { recursive: true, force: true })
}
