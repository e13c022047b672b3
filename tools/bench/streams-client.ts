/** Opens streams of changes; tells when all are open, and, once asked, when each of them has had a change. */
import { Agent, get, type IncomingMessage } from 'node:http'
import { z } from 'zod'
import { onAsked, startArgument, tell } from './child.ts'

const { url, targets, streams } = z
  .object({
    url: z.string(),
    targets: z.array(z.object({ tenant: z.string(), accessKey: z.string() })),
    streams: z.number(),
  })
  .parse(startArgument())

const agent = new Agent({ maxSockets: Infinity })
let changed = 0

function open(index: number): Promise<IncomingMessage> {
  const { tenant, accessKey } = targets[index % targets.length] ?? { tenant: '', accessKey: '' }
  return new Promise((resolve, reject) => {
    const options = { agent, headers: { authorization: `Bearer ${accessKey}` } }
    get(`${url}${tenant}/changes`, options, (answer) => {
      if (answer.statusCode === 200) resolve(answer)
      else reject(new Error(`A stream was answered with ${answer.statusCode}`))
    }).once('error', reject)
  })
}

const allChanged = new Promise<void>((resolve) => {
  onAsked(async () => {
    await allChanged
    return { changed }
  })
  void Promise.all(Array.from({ length: streams }, (_, index) => open(index))).then((answers) => {
    for (const answer of answers) {
      let seen = false
      answer.setEncoding('utf8').on('data', (text: string) => {
        if (seen || !text.includes('event: change')) return
        seen = true
        changed += 1
        if (changed === streams) resolve()
      })
    }
    tell({ open: answers.length })
  })
})
process.once('SIGTERM', () => {
  agent.destroy()
  process.disconnect()
})
