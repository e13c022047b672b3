import { z } from 'zod'
import { runChild } from './child.ts'
import type { BenchServer } from './database.ts'
import type { Measurement } from './report.ts'
import { startSandboxes } from './sandboxes.ts'

const result = z.object({
  seconds: z.number(),
  attachments: z.number(),
  rssBeforeMiB: z.number(),
  rssPeakMiB: z.number(),
  buffersBeforeMiB: z.number(),
  buffersPeakMiB: z.number(),
})

const fileMiB = 10

/** The largest conversation there can be: an order of many lines, a file of 10 MB each way, 50 files in all, 1 000 messages. */
export async function benchLarge(server: BenchServer, quick: boolean): Promise<Measurement[]> {
  // EmpikPlace takes no more than 1 000, and the answer with its file are two of them.
  const messages = quick ? 200 : 998
  const orderLines = 100
  const sandboxes = await startSandboxes({ shops: 1, tenants: 1, conversations: 0 })
  try {
    const { empikplaceUrl, thuliumUrl } = sandboxes
    const argument = { empikplaceUrl, thuliumUrl, messages, orderLines, fileMiB }
    const run = async (change: object) =>
      result.parse(
        await server.withDatabase((databaseUrl) => runChild('large-run.ts', { ...argument, ...change, databaseUrl })),
      )
    const details = await run({ collect: false })
    const { seconds, attachments, rssBeforeMiB, rssPeakMiB } = details
    // The files alone, so that nothing else is in the buffers.
    const collected = await run({ collect: true, messages: 50 })
    const buffers = collected.buffersPeakMiB - collected.buffersBeforeMiB
    return [
      {
        what: `most held in buffers while a ${fileMiB} MB file goes in and another one out`,
        ours: `${buffers.toFixed(1)} MiB`,
        comparedWith: `${fileMiB} MiB, the size of one of them`,
        ratio: buffers / fileMiB,
        // Held whole even once, it would be more.
        goal: { rule: 'at most', value: 1 },
        wouldMoveIt:
          'a Thulium that gives files inside its JSON, or does not say how large they are: then one is held whole',
        details: collected,
      },
      {
        what: `peak RSS over ${messages + 2} messages, ${orderLines} order lines and ${attachments} files, in ${seconds.toFixed(0)} s`,
        ours: `${rssPeakMiB.toFixed(0)} MiB, ${(rssPeakMiB - rssBeforeMiB).toFixed(0)} MiB of growth`,
        comparedWith: `${rssBeforeMiB.toFixed(0)} MiB after a small conversation`,
        ratio: rssPeakMiB / rssBeforeMiB,
        goal: { rule: 'at most', value: 2 },
        wouldMoveIt: 'folding a conversation, which copies its list of messages for each event',
        details,
      },
    ]
  } finally {
    await sandboxes.stop()
  }
}
