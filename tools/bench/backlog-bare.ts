/**
 * The same outside calls as for a backlog, by a script that checks and retries nothing, and stores nothing or exactly what must be on
 * disk.
 */
import { createAgent, thisMachine } from '@connector/outbound-http'
import { z } from 'zod'
import { startArgument, tell } from './child.ts'
import { noDisk, openMinimumDisk } from './minimum-disk.ts'
import { processorTime, serverOf } from '../processor-time.ts'
import {
  apiUser,
  benchShops,
  type BenchShop,
  categoryId,
  customerField,
  mailbox,
  passwordOf,
  queueId,
  threadField,
} from './shops.ts'

const { databaseUrl, empikplaceUrl, thuliumUrl, sandboxes, shops, warmUpShops, looksAtOnce, conversationsAtOnce } = z
  .object({
    /** Where it stores what must be stored; without it, nothing. */
    databaseUrl: z.string().optional(),
    sandboxes: z.number(),
    empikplaceUrl: z.string(),
    thuliumUrl: z.string(),
    /** Each a tenant of its own. */
    shops: z.number(),
    /** The first of them, whose conversations come before what is measured. */
    warmUpShops: z.number(),
    looksAtOnce: z.number(),
    conversationsAtOnce: z.number(),
  })
  .parse(startArgument())

const disk = databaseUrl === undefined ? noDisk : await openMinimumDisk(databaseUrl)

const agent = createAgent({ destinations: thisMachine })

async function call(
  origin: string,
  path: string,
  headers: Record<string, string>,
  document?: object,
): Promise<unknown> {
  const answer = await agent.request({
    origin,
    path,
    method: document ? 'POST' : 'GET',
    headers: { accept: 'application/json', ...(document ? { 'content-type': 'application/json' } : {}), ...headers },
    ...(document ? { body: JSON.stringify(document) } : {}),
  })
  if (answer.statusCode >= 300) throw new Error(`${path} answered ${answer.statusCode}`)
  return answer.body.json()
}

interface Thread {
  id: string
  topic: { value: string }
  authorized_participants: { type: string; id?: string }[]
  messages: { body: string }[]
}
interface Page {
  data: Thread[]
  next_page_token?: string
}
interface Work {
  tenantId: string
  thread: Thread
}

const waiting: Work[] = []
let lookersLeft = 0
let wake: (() => void)[] = []
const wakeAll = (): void => {
  for (const resolve of wake) resolve()
  wake = []
}

async function look(shops: BenchShop[]): Promise<void> {
  for (let shop = shops.pop(); shop; shop = shops.pop()) {
    const { tenantId, shopId, apiKey } = shop
    let query = `updated_since=2020-01-01T00:00:00Z&with_messages=true&limit=100`
    for (;;) {
      const answer = await call(empikplaceUrl, `/api/inbox/threads?shop_id=${shopId}&${query}`, {
        authorization: apiKey,
      })
      const page = answer as Page
      await Promise.all(page.data.map(({ id, messages }) => disk.message(tenantId, id, messages[0]?.body ?? '')))
      for (const thread of page.data) waiting.push({ tenantId, thread })
      wakeAll()
      if (page.next_page_token === undefined) break
      query = `page_token=${encodeURIComponent(page.next_page_token)}`
    }
  }
  lookersLeft -= 1
  wakeAll()
}

let done = 0
async function makeTicket({ tenantId, thread }: Work): Promise<void> {
  const basic = Buffer.from(`${apiUser}:${passwordOf(tenantId)}`).toString('base64')
  const headers = { authorization: `Basic ${basic}` }
  const api = `/${tenantId}/api`
  const buyer = thread.authorized_participants.find(({ type }) => type === 'CUSTOMER')?.id ?? ''
  const field = encodeURIComponent(customerField)
  await call(thuliumUrl, `${api}/customers?custom_fields[${field}]=${encodeURIComponent(buyer)}&limit=100`, headers)
  await disk.claim(`customer:${thread.id}`)
  const created = await call(thuliumUrl, `${api}/customers`, headers, {
    surname: 'Klient EmpikPlace',
    custom_fields: { [customerField]: buyer },
  })
  const { customer_id: customerId } = created as { customer_id: number }
  await Promise.all([disk.outcome(`customer:${thread.id}`, String(customerId)), disk.claim(`ticket:${thread.id}`)])
  const ticket = await call(thuliumUrl, `${api}/tickets`, headers, {
    to: mailbox,
    from: `${thread.id}@relay.connector.example`,
    subject: thread.topic.value,
    body: thread.messages[0]?.body ?? '',
    body_type: 'PLAIN',
    comment: `EmpikPlace ${thread.id}`,
    source: 'www',
    direction: 'in_behalf_of',
    customer_id: customerId,
    tags: ['EmpikPlace'],
    category_id: categoryId,
    ticket_queue_id: queueId,
    custom_fields: { [threadField]: thread.id },
  })
  await disk.outcome(`ticket:${thread.id}`, JSON.stringify(ticket))
  done += 1
}

async function work(): Promise<void> {
  for (;;) {
    const next = waiting.shift()
    if (next) await makeTicket(next)
    else if (lookersLeft === 0) return
    else await new Promise<void>((resolve) => wake.push(resolve))
  }
}

const roots: Record<string, number> = { cpuSeconds: process.pid, sandboxSeconds: sandboxes }
if (databaseUrl !== undefined) roots['databaseSeconds'] = await serverOf(databaseUrl)
async function backlogOf(shops: BenchShop[]): Promise<void> {
  done = 0
  lookersLeft = looksAtOnce
  const looks = Array.from({ length: looksAtOnce }, () => look(shops))
  await Promise.all([...looks, ...Array.from({ length: conversationsAtOnce }, work)])
}
const all = benchShops(shops, shops)
await backlogOf(all.slice(0, warmUpShops))
const startedAt = performance.now()
const before = await processorTime(roots)
await backlogOf(all.slice(warmUpShops))
const seconds = (performance.now() - startedAt) / 1000
const after = await processorTime(roots)
const spent = Object.fromEntries(Object.entries(after).map(([name, value]) => [name, value - (before[name] ?? 0)]))
tell({ seconds, databaseSeconds: 0, ...spent, conversations: done })
await disk.close()
await agent.close()
process.disconnect()
