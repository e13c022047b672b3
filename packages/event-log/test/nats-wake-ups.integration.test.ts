import { openNats, type NatsLink, type NatsState } from '@connector/nats'
import { noDatabase, openBlackHole, until } from '@connector/test-kit'
import { noNatsServer, startNatsServer } from '@connector/test-kit/nats'
import t, { type Test } from 'tap'
import { createNatsWakeUps } from '../src/index.ts'
import { opening } from './support/events.ts'
import { createLogDatabase, openLog } from './support/postgres-log.ts'

const password = 'right-one'
const closed = `authorization { user: connector, password: ${password} }`

interface Process {
  log: ReturnType<typeof openLog>['log']
  link: NatsLink
  states: NatsState[]
  errors: unknown[]
}

if (noDatabase !== undefined || noNatsServer !== undefined) {
  t.plan(0, noDatabase ?? noNatsServer)
} else {
  const { url } = await createLogDatabase(t)

  /** A log as one process has it: it polls never, so that a wake-up is a real one, unless the test asks for polls. */
  async function openProcess(
    t: Test,
    server: string,
    options: { pollMs?: number; password?: string } = {},
  ): Promise<Process> {
    const states: NatsState[] = []
    const login = options.password === undefined ? {} : { NATS_USER: 'connector', NATS_PASSWORD: options.password }
    const link = openNats({ servers: [server], name: 'test', login, onChange: (state) => states.push(state) })
    const { log, errors, dispose } = openLog(url, {
      wakeUps: createNatsWakeUps(link, 'test'),
      ...(options.pollMs === undefined ? {} : { pollMs: options.pollMs }),
    })
    t.teardown(async () => {
      await dispose()
      await link.close()
    })
    await link.ready
    return { log, link, states, errors }
  }

  /** @returns how often it was woken so far */
  async function countWakeUps({ log }: Process): Promise<() => number> {
    let woken = 0
    await log.subscribeWakeUps(() => woken++)
    return () => woken
  }

  async function untilWoken(what: string, woken: () => number, before: number): Promise<void> {
    await until(what, () => woken() > before || undefined)
  }

  const untilAway = ({ link }: Process): Promise<unknown> =>
    until('the loss to be noticed', () => !link.state().connected || undefined)

  await t.test('an append in one process wakes subscribers in another, through NATS alone', async (t) => {
    const server = await startNatsServer()
    t.teardown(server.remove)
    const writer = await openProcess(t, server.url)
    const reader = await openProcess(t, server.url)
    const woken = await countWakeUps(reader)
    await untilWoken('the wake-up without cause of the first connection', woken, 0)
    const before = woken()
    await writer.log.append([opening('nats-wake')])
    await untilWoken('the other process to be woken', woken, before)
    t.strictSame([...writer.errors, ...reader.errors], [])
  })

  await t.test(
    'killed: appends succeed and polls wake; back, wiped: a wake-up without cause, then real ones',
    async (t) => {
      const server = await startNatsServer()
      t.teardown(server.remove)
      const writer = await openProcess(t, server.url)
      const poller = await openProcess(t, server.url, { pollMs: 20 })
      const reader = await openProcess(t, server.url)
      const [polled, woken] = [await countWakeUps(poller), await countWakeUps(reader)]
      await untilWoken('the first wake-up', woken, 0)
      await server.kill()
      await Promise.all([writer, poller, reader].map(untilAway))
      t.match(reader.states.at(-1), { connected: false, reason: 'unreachable' })
      const [polledBefore, before] = [polled(), woken()]
      await writer.log.append([opening('nats-killed')])
      await untilWoken('a poll', polled, polledBefore)
      t.equal(woken(), before, 'nothing else wakes meanwhile')

      await server.start({ wiped: true })
      await untilWoken('the wake-up without cause after the reconnect', woken, before)
      await until('the writer to be back', () => writer.link.state().connected || undefined)
      const back = woken()
      await writer.log.append([opening('nats-back')])
      await untilWoken('a real wake-up', woken, back)
    },
  )

  await t.test(
    'wrong credentials: everything works by polling, the state says refused, and mending it is noticed',
    async (t) => {
      const server = await startNatsServer(closed)
      t.teardown(server.remove)
      const writer = await openProcess(t, server.url, { password: 'wrong' })
      const reader = await openProcess(t, server.url, { password: 'wrong', pollMs: 20 })
      const woken = await countWakeUps(reader)
      const before = woken()
      await writer.log.append([opening('nats-refused')])
      await untilWoken('a poll', woken, before)
      t.strictSame(writer.states, [{ connected: false, reason: 'refused' }])

      await server.kill()
      await server.start({ config: closed.replace(password, 'wrong') })
      await until(
        'both to be let in',
        () => (writer.link.state().connected && reader.link.state().connected) || undefined,
      )
    },
  )

  await t.test('not there at the start: opening waits for nothing, and it is found once it is there', async (t) => {
    const server = await startNatsServer()
    t.teardown(server.remove)
    await server.kill()
    const reader = await openProcess(t, server.url)
    const woken = await countWakeUps(reader)
    await server.start()
    await untilWoken('the wake-up without cause', woken, 0)
  })

  await t.test('frozen, or the way to it silent: no append waits, and closing does not hang', async (t) => {
    const server = await startNatsServer()
    const hole = await openBlackHole(server.url)
    t.teardown(async () => {
      await hole.close()
      await server.remove()
    })
    const cut = await openProcess(t, hole.url, { pollMs: 20 })
    const slow = await openProcess(t, server.url, { pollMs: 20 })
    const [cutOff, slowly] = [await countWakeUps(cut), await countWakeUps(slow)]
    hole.swallow()
    server.freeze()
    const [one, other] = [cutOff(), slowly()]
    for (let index = 0; index < 50; index++) await slow.log.append([opening(`nats-slow-${index}`)])
    await cut.log.append([opening('nats-cut')])
    await untilWoken('a poll behind the silence', cutOff, one)
    await untilWoken('a poll beside a frozen server', slowly, other)
    const startedAt = performance.now()
    await Promise.all([slow.link.close(), cut.link.close()])
    t.ok(performance.now() - startedAt < 5_000, 'closed within 5 s')
    server.thaw()
  })
}
