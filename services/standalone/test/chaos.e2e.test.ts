import { randomInt } from 'node:crypto'
import { setTimeout as passes } from 'node:timers/promises'
import { until } from '@connector/test-kit'
import t, { type Test } from 'tap'
import { chaosClimate, chaosFaults, chaosPlan, type ChaosStep } from './support/chaos-plan.ts'
import { empikplaceCalls, thuliumReads, thuliumWrites } from './support/calls.ts'
import { startChild, type Child } from './support/child.ts'
import { agentAnswers, answers, effectsIn, mails, nothingUnderWay, ticketOf } from './support/seen.ts'
import { createOutside, createWorld, shortLease, type Outside, type Shop, type World } from './support/world.ts'

/**
 * Real processes that are killed, frozen and started anew while both sides misbehave, by a random plan. Then both sides are
 * held against the log: everything there once, in order. `npm run chaos` plays 200 plans; CHAOS_SEED plays one again, and
 * CHAOS_SLOWNESS on a machine with so many others at work: each process gets that share of its time.
 */
const { CHAOS_SEEDS = '5', CHAOS_SEED, CHAOS_SLOWNESS = '1' } = process.env
const slowness = Number(CHAOS_SLOWNESS)
/** So long nothing may move. */
const patienceMs = 120_000 * slowness
/** How long a slow process may run in one go. */
const turnMs = 10
const seeds =
  CHAOS_SEED === undefined
    ? Array.from({ length: Number(CHAOS_SEEDS) }, () => randomInt(2 ** 31))
    : [Number(CHAOS_SEED)]

t.setTimeout(seeds.length * 600_000 * slowness)

const worker = 'services/standalone/test/support/worker-main.ts'
const thuliumCalls = [...thuliumReads, ...thuliumWrites]

/** A shop, its people and the two processes that work for it. */
class Play {
  readonly world: World
  readonly shop: Shop
  readonly #workers: Child[] = []
  readonly #frozen: Child[] = []
  readonly threads: string[] = []
  /** What each conversation's buyer and agent wrote, in order. */
  readonly wrote = new Map<string, { buyer: string[]; agent: string[] }>()
  #texts = 0

  constructor(world: World, shop: Shop) {
    this.world = world
    this.shop = shop
  }

  begin(): void {
    for (let count = 0; count < 2; count++) this.#workers.push(this.#start())
  }

  act(step: ChaosStep): Promise<unknown> | undefined {
    const { world, shop } = this
    switch (step.does) {
      case 'buyer':
        this.#buyerWrites(step.conversation)
        // Where lists are shuffled, dates alone tell the order, and nobody writes twice within a millisecond.
        return passes(2)
      case 'agent': {
        const threadId = this.#thread(step.conversation)
        if (threadId !== undefined && ticketOf(world, shop, threadId)) this.agentWrites(threadId)
        return undefined
      }
      case 'kill':
        return this.#replace(step.worker % this.#workers.length)
      case 'freeze':
        this.#freeze(step.worker % this.#workers.length)
        return undefined
      case 'thaw':
        for (const child of this.#frozen) child.kill('SIGCONT')
        return undefined
      case 'fault': {
        const [sandbox, calls] =
          step.side === 'empikplace' ? [world.empik, empikplaceCalls] : ([world.thulium, thuliumCalls] as const)
        sandbox.faults.add({ operation: calls[step.operation % calls.length] ?? 'M11', fault: chaosFaults[step.kind] })
        return undefined
      }
      case 'passes':
        return passes(step.ms)
    }
  }

  agentWrites(threadId: string): void {
    const text = `Odpowiedź ${++this.#texts}`
    agentAnswers(this.world, this.shop, threadId, `<p>${text}</p>`)
    this.wrote.get(threadId)?.agent.push(text)
  }

  async end(): Promise<void> {
    for (const child of [...this.#workers, ...this.#frozen]) {
      child.kill('SIGKILL')
      await child.ended
    }
  }

  #start(): Child {
    const child = startChild(worker, { ...this.world.environment, ...shortLease })
    if (slowness > 1) this.#slow(child)
    return child
  }

  #slow(child: Child): void {
    const turn = (): void => {
      if (this.#frozen.includes(child)) return
      child.kill('SIGCONT')
      setTimeout(() => child.kill('SIGSTOP'), turnMs)
    }
    turn()
    const turns = setInterval(turn, turnMs * slowness)
    void child.ended.then(() => clearInterval(turns))
  }

  async #replace(index: number): Promise<void> {
    const old = this.#workers[index]
    old?.kill('SIGKILL')
    await old?.ended
    this.#workers[index] = this.#start()
  }

  /** Another one takes its place; when it thaws there are three. */
  #freeze(index: number): void {
    const old = this.#workers[index]
    if (!old) return
    old.kill('SIGSTOP')
    this.#frozen.push(old)
    this.#workers[index] = this.#start()
  }

  #thread(choice: number): string | undefined {
    return this.threads[choice % Math.max(1, this.threads.length)]
  }

  #buyerWrites(choice: number): void {
    const { shopId } = this.shop
    const text = `Wiadomość ${++this.#texts}`
    const known = choice % 4 === 0 && this.threads.length < 4 ? undefined : this.#thread(choice)
    const { threadId } = this.world.empik.buyerWrites(
      known === undefined ? { shopId, text } : { shopId, threadId: known, text },
    )
    if (known === undefined) {
      this.threads.push(threadId)
      this.wrote.set(threadId, { buyer: [], agent: [] })
    }
    this.wrote.get(threadId)?.buyer.push(text)
  }
}

/** What has come about until now: it grows as long as somebody gets on, however slowly. */
async function progress({ world, shop, wrote }: Play): Promise<string> {
  const arrived = [...wrote.keys()].map((threadId) => [
    mails(world, shop, threadId).length,
    answers(world, threadId).length,
  ])
  return JSON.stringify([await world.log.head(), arrived])
}

const isThere = ({ world, shop, wrote }: Play): boolean =>
  [...wrote].every(
    ([threadId, { buyer, agent }]) =>
      mails(world, shop, threadId).length >= buyer.length && answers(world, threadId).length >= agent.length,
  )

/** Gives up when nothing moves any more, and not at a time of the clock: a machine with fifty others at work is as much slower. */
async function everythingIsThere(play: Play): Promise<void> {
  for (let known = ''; !isThere(play);) {
    const before = known
    known = await progress(play)
    if (known === before) throw new Error('Not everything is there, and nothing has moved any more')
    await until(
      'something to move',
      async () => isThere(play) || (await progress(play)) !== known || undefined,
      patienceMs,
    ).catch(() => undefined)
  }
}

async function howItStands({ world, shop, threads }: Play) {
  const { db } = world.store
  return {
    effects: await effectsIn(world, shop, ['planned', 'claimed', 'unknown', 'parked']),
    polls: await db.selectFrom('polls').selectAll().where('tenant_id', '=', shop.tenantId).execute(),
    leases: await db.selectFrom('leases').selectAll().where('tenant_id', '=', shop.tenantId).execute(),
    checkpoints: await db.selectFrom('checkpoints').selectAll().execute(),
    head: await world.log.head(),
    tickets: world.thulium
      .tickets(shop.tenantId)
      .map(({ ticketId, customFields, messages }) => ({ ticketId, customFields, messages: messages.length })),
    conversations: await Promise.all(
      threads.map(async (threadId) => {
        const { state } = await world.repository.conversation({ ...shop, threadId })
        return { threadId, ticketId: state.ticketId, messages: state.messages.length, replies: state.replies }
      }),
    ),
  }
}

async function play(t: Test, outside: Outside, seed: number): Promise<void> {
  const world = await createWorld(outside)
  t.teardown(() => world.dispose())
  const shop = await world.addShop()
  const climate = chaosClimate(seed)
  // Each play has its own account of Thulium; EmpikPlace is one for all plays, which come one after another.
  world.empik.switches.reset()
  world.empik.switches.patch(climate.empikplace)
  world.thulium.setSwitches(shop.tenantId, climate.thulium)
  const play = new Play(world, shop)
  t.teardown(() => play.end())
  play.begin()
  for (const step of chaosPlan(seed)) await play.act(step)

  // Peace: everything that was written must come through by itself.
  world.empik.faults.clear()
  world.thulium.faults.clear()
  await play.act({ does: 'thaw' })
  try {
    await everythingIsThere(play)
  } catch (error) {
    // It may not happen again with the same seed.
    t.comment(JSON.stringify(await howItStands(play), null, 1))
    throw error
  }
  await nothingUnderWay(world, shop)
  for (const [threadId, { buyer, agent }] of play.wrote) {
    t.same(mails(world, shop, threadId), buyer, 'each message once, in order')
    t.same(answers(world, threadId), agent, 'each reply once, in order')
    const { state } = await world.repository.conversation({ ...shop, threadId })
    t.equal(state.messages.filter(({ author }) => author === 'customer').length, buyer.length, 'the log has them all')
    t.equal(state.replies.filter(({ status }) => status === 'sent').length, agent.length, 'and all replies as sent')
  }
  t.equal(world.thulium.tickets(shop.tenantId).length, play.threads.length, 'a ticket for each conversation')
  t.same(await effectsIn(world, shop, ['parked']), [], 'nothing needs a person')
}

t.test('chaos', async (t) => {
  const outside = await createOutside()
  t.teardown(() => outside.close())
  for (const seed of seeds) await t.test(`CHAOS_SEED=${seed}`, (t) => play(t, outside, seed))
})
