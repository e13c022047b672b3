import { readFileSync } from 'node:fs'
import { until } from '@connector/test-kit'
import t, { type Test } from 'tap'
import { humanLogin } from './support/account.ts'
import { startChild, type Child } from './support/child.ts'
import { createOutside, createWorld, shortLease, type Shop, type World } from './support/world.ts'

t.setTimeout(540_000)

const worker = 'services/standalone/test/support/worker-main.ts'

/**
 * Where a process is frozen, past its lease, with the first customer's message or the reply half done. Another one takes
 * over; then the frozen one goes on as if no time had passed.
 */
const freezes = [
  'claim.after:message:mirror',
  // Nothing left it yet: whatever waits for its budget now must stay.
  'call-sent.before:message:mirror',
  'call-sent.after:customer_response',
  'call-answered.after:message:mirror',
  'call-sent.after:tickets',
  'call-answered.before:message',
  'call-answered.after:reply:send',
  'append.before:MessageReceived',
  // In the middle of a transaction, which keeps the checkpoint from all others until the database ends it.
  'checkpoint.before:read-models',
]

t.test('a process frozen past its lease', { jobs: 3 }, async (t) => {
  const outside = await createOutside()
  t.teardown(() => outside.close())
  for (const point of freezes)
    void t.test(`at ${point} doubles nothing when it goes on`, async (t) => {
      const world = await createWorld(outside)
      t.teardown(() => world.dispose())
      const shop = await world.addShop()
      const { shopId, tenantId: system } = shop
      const frozen = startChild(worker, {
        ...world.environment,
        ...shortLease,
        CONNECTOR_KILL_AT: point,
        CONNECTOR_KILL_SIGNAL: 'SIGSTOP',
      })
      t.teardown(() => end(frozen))
      const { threadId } = world.empik.buyerWrites({ shopId, text: 'Pierwsza' })
      world.empik.buyerWrites({ shopId, threadId, text: 'Druga' })
      const answering = agentAnswers(world, shop)
      await until('the process to freeze', () => isFrozen(frozen) || undefined)
      const healthy = startChild(worker, { ...world.environment, ...shortLease })
      t.teardown(() => end(healthy))
      const ticketId = await answering
      await until('the reply', () => answers(world, threadId).includes('Odpowiedź') || undefined)
      await until('the messages', () => mails(world, shop).includes('Druga') || undefined)

      frozen.kill('SIGCONT')
      world.empik.buyerWrites({ shopId, threadId, text: 'Ostatnia' })
      world.thulium.agentReplies({ system, ticketId, login: humanLogin, html: 'Druga odpowiedź' })
      await until('the last message', () => mails(world, shop).includes('Ostatnia') || undefined)
      await until('the last reply', () => answers(world, threadId).includes('Druga odpowiedź') || undefined)
      await checkOnce(t, world, shop, threadId)
      t.equal(frozen.process.exitCode, null, 'the process that was frozen lives on')
    })
})

t.test('several processes share the tenants', async (t) => {
  const world = await createWorld()
  t.teardown(() => world.dispose())
  const shops: Shop[] = []
  for (let count = 0; count < 6; count++) shops.push(await world.addShop())
  const workers = [
    startChild(worker, { ...world.environment, ...shortLease }),
    startChild(worker, { ...world.environment, ...shortLease }),
  ]
  for (const child of workers) t.teardown(() => end(child))

  await t.test('half and half, for both services', async (t) => {
    await until('a fair share for each', async () => {
      const shares = await sharesOf(world)
      return shares.length === 4 && shares.every((count) => count === 3) ? true : undefined
    })
    t.same(await sharesOf(world), [3, 3, 3, 3])
  })

  const threads = shops.map(({ shopId }) => world.empik.buyerWrites({ shopId, text: 'Pierwsza' }).threadId)
  const write = (text: string): void =>
    shops.forEach(({ shopId }, index) => {
      const threadId = threads[index]
      if (threadId !== undefined) world.empik.buyerWrites({ shopId, threadId, text })
    })
  const allHave = (text: string): Promise<unknown> =>
    until(`${text} everywhere`, () => shops.every((shop) => mails(world, shop).includes(text)) || undefined)

  await t.test('and each does its part', async (t) => {
    await allHave('Pierwsza')
    t.same(await ownersWithEffects(world), 2, 'both processes wrote to the outside')
  })

  await t.test('the tenants of a killed one are taken over, with what it left half done', async (t) => {
    write('Druga')
    workers[0]?.kill('SIGKILL')
    await allHave('Druga')
    write('Trzecia')
    await allHave('Trzecia')
    for (const shop of shops) t.same(mails(world, shop), ['Pierwsza', 'Druga', 'Trzecia'], 'each once, in order')
    t.same(await sharesOf(world), [6, 6], 'one process holds everything')
  })

  await t.test('a new one gets its share back without a break', async (t) => {
    const late = startChild(worker, { ...world.environment, ...shortLease })
    t.teardown(() => end(late))
    await until('a share for the new one', async () => (await sharesOf(world)).length === 4 || undefined)
    write('Czwarta')
    await allHave('Czwarta')
    for (const shop of shops) t.equal(mails(world, shop).length, 4)
  })
})

async function end(child: Child): Promise<void> {
  child.kill('SIGKILL')
  await child.ended
}

/** State T in the process table: stopped by a signal. */
const isFrozen = ({ pid }: Child): boolean => / T /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))

/** An agent answers as soon as there is a ticket. Returns its number. */
async function agentAnswers({ thulium }: World, { tenantId: system }: Shop): Promise<number> {
  const ticketId = await until('the ticket', () => thulium.tickets(system)[0]?.ticketId, 120_000)
  thulium.agentReplies({ system, ticketId, login: humanLogin, html: 'Odpowiedź' })
  return ticketId
}

async function checkOnce(t: Test, world: World, shop: Shop, threadId: string): Promise<void> {
  t.same(mails(world, shop), ['Pierwsza', 'Druga', 'Ostatnia'], 'each message is there once, in order')
  t.same(answers(world, threadId), ['Odpowiedź', 'Druga odpowiedź'], 'each reply reached EmpikPlace once, in order')
  t.equal(world.thulium.tickets(shop.tenantId).length, 1, 'one ticket')
  t.equal(world.thulium.customers(shop.tenantId).length, 1, 'one customer')
  await until('nothing under way', async () => (await unsettled(world)) === 0 || undefined)
}

const mails = ({ thulium }: World, { tenantId }: Shop): string[] =>
  thulium
    .tickets(tenantId)
    .flatMap(({ messages }) => messages)
    .filter(({ type }) => type === 'MAIL')
    .map(({ body }) => body.replace(/<[^>]*>/g, ''))

const answers = ({ empik }: World, threadId: string): string[] =>
  empik
    .thread(threadId)
    .messages.filter(({ from }) => from.type === 'SHOP_USER')
    .map(({ body }) => body)

async function unsettled({ store }: World): Promise<number> {
  const rows = await store.db.selectFrom('effects').select('effect_key').where('state', '<>', 'confirmed').execute()
  return rows.length
}

/** How many tenants each live process holds, service by service. */
async function sharesOf({ store }: World): Promise<number[]> {
  const rows = await store.db.selectFrom('leases').select(['service', 'owner', 'expires_at']).execute()
  const shares = new Map<string, number>()
  for (const { service, owner, expires_at: expiresAt } of rows)
    if (owner !== null && expiresAt !== null && expiresAt.getTime() > Date.now())
      shares.set(`${service}/${owner}`, (shares.get(`${service}/${owner}`) ?? 0) + 1)
  return [...shares.values()]
}

/** Owners of the tenants for which something was written. */
async function ownersWithEffects({ store }: World): Promise<number> {
  const rows = await store.db
    .selectFrom('effects as e')
    .innerJoin('leases as l', (join) => join.onRef('l.tenant_id', '=', 'e.tenant_id').on('l.service', '=', 'projector'))
    .select('l.owner')
    .distinct()
    .where('e.state', '=', 'confirmed')
    .execute()
  return rows.length
}
