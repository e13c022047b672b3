/** One process that carries the largest conversation there can be; tells how its memory grew. */
import { setTimeout as rest } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { configureIntegration } from '@connector/domain/integration'
import { createRepository } from '@connector/repository'
import { z } from 'zod'
import { runChild, startArgument, tell } from './child.ts'
import { benchShops, categoryId, customerField, queueId } from './shops.ts'
import { createWorld } from './world.ts'

const { databaseUrl, empikplaceUrl, thuliumUrl, messages, orderLines, fileMiB, collect } = z
  .object({
    databaseUrl: z.string(),
    empikplaceUrl: z.string(),
    thuliumUrl: z.string(),
    messages: z.number(),
    orderLines: z.number(),
    fileMiB: z.number(),
    /** Takes the garbage away before each look: then what is counted is held. */
    collect: z.boolean(),
  })
  .parse(startArgument())

const mebibyte = 2 ** 20
/** EmpikPlace keeps this many per order; the last one is the agent's. */
const attachments = 50

const shops = benchShops(1, 1)
const [shop] = shops
if (!shop) throw new Error('There is no shop')
const { tenantId, integrationId, shopId } = shop
const world = await createWorld(databaseUrl, shops)
const repository = createRepository(() => world.log, 'bench')
// Room for one large file in each direction.
const settings = { attachments: { conversationLimitBytes: 3 * fileMiB * mebibyte } }
await repository.changeIntegration({ tenantId, integrationId }, 'bench', () =>
  configureIntegration({ name: 'Duży', shopId: String(shopId), customerField, queueId, categoryId, ...settings }),
)
const stopServices = await world.startServices({
  EMPIKPLACE_URL: empikplaceUrl,
  THULIUM_URL: `${thuliumUrl}/{system}`,
  EMPIKPLACE_POLL_MS: '500',
  THULIUM_POLL_MS: '500',
  REPLY_SETTLE_MS: '50',
})

setFlagsFromString('--expose-gc')
const collectYoung = z.function({ input: [z.object({ type: z.literal('minor') })] }).parse(runInNewContext('gc'))

const peak = { rss: 0, buffers: 0 }
const look = (): void => {
  if (collect) collectYoung({ type: 'minor' })
  const { rss, arrayBuffers } = process.memoryUsage()
  peak.rss = Math.max(peak.rss, rss)
  peak.buffers = Math.max(peak.buffers, arrayBuffers)
}
const sampleMs = 5
setInterval(look, sampleMs).unref()

const play = (act: object): Promise<unknown> =>
  runChild('large-actor.ts', { empikplaceUrl, thuliumUrl, shopId, system: tenantId, ...act })

/** Waits until that many messages are known and all that was planned for them is done. */
async function done(threadId: string, count: number, filesSent: number): Promise<number> {
  for (;;) {
    const { state } = await repository.conversation({ tenantId, integrationId, threadId })
    const files = state.attachmentsRelayed.filter(({ direction }) => direction === 'to-empikplace').length
    if (state.ticketId !== undefined && state.mirrored.size === count && files === filesSent) {
      const open = await world.store.db
        .selectFrom('effects')
        .select('effect_key')
        .where('thread_id', '=', threadId)
        .where('state', '<>', 'confirmed')
        .execute()
      if (open.length === 0) return state.ticketId
    }
    await rest(200)
  }
}
const threadOf = (answer: unknown): string => z.object({ threadId: z.string() }).parse(answer).threadId

const small = threadOf(await play({ messages: 3, files: 3, orderLines: 1, fileBytes: 1_000 }))
await done(small, 3, 0)
const before = process.memoryUsage()
Object.assign(peak, { rss: before.rss, buffers: before.arrayBuffers })

const startedAt = performance.now()
const large = { messages, files: attachments - 1, orderLines, fileBytes: fileMiB * mebibyte }
const threadId = threadOf(await play(large))
const ticketId = await done(threadId, messages, 0)
await play({ ...large, ticketId })
await done(threadId, messages, 1)
const seconds = (performance.now() - startedAt) / 1_000
const { state } = await repository.conversation({ tenantId, integrationId, threadId })
if (state.attachmentsRelayed.length !== attachments) throw new Error('Not all files were passed on')

await stopServices()
tell({
  seconds,
  attachments,
  rssBeforeMiB: before.rss / mebibyte,
  rssPeakMiB: peak.rss / mebibyte,
  buffersBeforeMiB: before.arrayBuffers / mebibyte,
  buffersPeakMiB: peak.buffers / mebibyte,
})
await world.close()
process.disconnect()
