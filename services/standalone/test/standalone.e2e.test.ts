import { createServer } from 'node:net'
import { join } from 'node:path'
import { until } from '@connector/test-kit'
import t from 'tap'
import { z } from 'zod'
import { createStandaloneHome, npmStart } from './support/standalone-process.ts'

t.setTimeout(540_000)

const conversations = z.object({
  items: z.array(z.object({ threadId: z.string(), ticketId: z.number().nullable(), messageCount: z.number() })),
})
const writtenAs = z.object({ threadId: z.string() })

t.test('the whole product in one process', async (t) => {
  const home = await createStandaloneHome()
  t.teardown(() => home.dispose())
  const first = home.start({}, [], npmStart)
  t.match(await first.ready, /Ready in/)

  const list = async () =>
    conversations.parse(await (await fetch(`${home.url.api}/api/tenants/demo-sklep/conversations`)).json()).items
  const write = async (text: string, threadId?: string) =>
    writtenAs.parse(
      await (
        await fetch(`${home.url.empikplace}/__sandbox/buyer-writes`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ shopId: 37001, text, ...(threadId === undefined ? {} : { threadId }) }),
        })
      ).json(),
    ).threadId
  const ticketsWith = async (text: string): Promise<number> => {
    const answer = await fetch(`${home.url.thulium}/__sandbox/systems/demo-sklep/tickets`)
    return (await answer.text()).split(text).length - 1
  }

  await t.test('two conversations have become tickets by themselves', async (t) => {
    const items = await until('two tickets', async () => {
      const found = await list()
      return found.length === 2 && found.every(({ ticketId }) => ticketId !== null) ? found : undefined
    })
    t.ok(
      items.some(({ messageCount }) => messageCount > 1),
      'an old conversation came with its earlier messages',
    )
  })

  await t.test('a second start in the same folder says that it is running', async (t) => {
    await t.rejects(home.start().ready, /is in use by process \d+: it is already running/)
  })

  await t.test('kill -9 in the middle of work, start again: nothing lost, nothing doubled', async (t) => {
    const threadId = await write('Wiadomość przed zatrzymaniem')
    await write('Druga przed zatrzymaniem', threadId)
    first.process.kill('SIGKILL')
    t.equal(await first.ended, 'SIGKILL')
    const second = home.start()
    await second.ready
    await write('Trzecia po zatrzymaniu', threadId)
    await until(
      'the third message in the ticket',
      async () => (await ticketsWith('Trzecia po zatrzymaniu')) > 0 || undefined,
    )
    t.equal(await ticketsWith('Wiadomość przed zatrzymaniem'), 1)
    t.equal(await ticketsWith('Druga przed zatrzymaniem'), 1)
    t.equal(await ticketsWith('Trzecia po zatrzymaniu'), 1)
    t.equal((await list()).length, 3)
    second.process.kill('SIGTERM')
    t.equal(await second.ended, 0, 'and it stops in order when asked to')
  })
})

t.test('what keeps it from starting is said plainly', async (t) => {
  const home = await createStandaloneHome()
  t.teardown(() => home.dispose())

  await t.test('a port that is taken', async (t) => {
    const squatter = createServer()
    await new Promise<void>((done) => squatter.listen(home.ports.empikplace, '127.0.0.1', done))
    const message = await home.start().ready.catch((error: unknown) => String(error))
    await new Promise((done) => squatter.close(done))
    t.match(message, new RegExp(`Port ${home.ports.empikplace} is in use.*EMPIKPLACE_SANDBOX_PORT=`))
    t.notMatch(message, /\n +at /, 'no stack trace')
  })

  await t.test('a folder that cannot be written', async (t) => {
    // Below a file: a missing right would not keep root from writing.
    const folder = join(import.meta.filename, 'data')
    const message = await home.start({ DATA_DIR: folder }).ready.catch((error: unknown) => String(error))
    t.match(message, `The folder ${folder} cannot be used: `)
    t.match(message, 'DATA_DIR=')
  })

  await t.test('a setting that is wrong', async (t) => {
    const message = await home.start({ API_PORT: 'many' }).ready.catch((error: unknown) => String(error))
    t.match(message, /API_PORT/)
  })
})
