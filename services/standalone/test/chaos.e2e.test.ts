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
 * held against the log: everything there once, in order. `npm run chaos` plays 200 plans; CHAOS_SEED plays one again.
 */
const { CHAOS_SEEDS = '5', CHAOS_SEED } = process.env
const seeds =
  CHAOS_SEED === undefined
    ? Array.from({ length: Number(CHAOS_SEEDS) }, () => randomInt(2 ** 31))
    : [Number(CHAOS_SEED)]

t.setTimeout(seeds.length * 180_000)

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
    return startChild(worker, { ...this.world.environment, ...shortLease })
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

async function everythingIsThere({ world, shop, wrote }: Play): Promise<void> {
  for (const [threadId, { buyer, agent }] of wrote) {
    await until(`the messages of ${threadId}`, () => mails(world, shop, threadId).length >= buyer.length || undefined)
    await until(`the replies in ${threadId}`, () => answers(world, threadId).length >= agent.length || undefined)
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
