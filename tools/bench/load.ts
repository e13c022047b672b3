/** Asks for addresses in turn, on a number of connections, and tells how many answers came and how long they took. */
import autocannon from 'autocannon'
import { z } from 'zod'
import { startArgument, tell } from './child.ts'

const { url, targets, connections, seconds, rate } = z
  .object({
    url: z.string(),
    targets: z.array(z.object({ path: z.string(), accessKey: z.string() })),
    connections: z.number(),
    seconds: z.number(),
    /** Requests a second over all connections; as many as are answered without it. */
    rate: z.number().optional(),
  })
  .parse(startArgument())

const options: autocannon.Options = {
  url,
  connections,
  duration: seconds,
  requests: targets.map(({ path, accessKey }) => ({
    method: 'GET',
    path,
    headers: { authorization: `Bearer ${accessKey}` },
  })),
  ...(rate === undefined ? {} : { overallRate: rate }),
}

/** In milliseconds; the library's own histogram knows whole ones only. */
const times: number[] = []
const result = await new Promise<autocannon.Result>((resolve, reject) => {
  const load = autocannon(options, (error: Error | null, done) => {
    if (error) reject(error)
    else resolve(done)
  })
  load.on('response', (_client, _status, _bytes, responseTime) => times.push(responseTime))
})
const unanswered = result.non2xx + result.errors + result.timeouts
if (unanswered > 0) throw new Error(`${unanswered} requests had no answer with 2xx`)

times.sort((a, b) => a - b)
const percentile = (share: number): number => times[Math.ceil(times.length * share) - 1] ?? Number.NaN
tell({ perSecond: times.length / result.duration, p50Ms: percentile(0.5), p99Ms: percentile(0.99) })
process.disconnect()
