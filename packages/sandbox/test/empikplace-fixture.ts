import type { Test } from 'tap'
import { createEmpikPlaceSandbox } from '../src/index.ts'
import type { EmpikPlaceSandbox, EmpikPlaceSeed } from '../src/index.ts'

export const shopId = 37001
export const apiKey = 'key-of-37001'

export type WireMessage = {
  id: string
  body: string
  date_created: string
  from: { type: string; display_name: string }
  to: { type: string }[]
  attachments?: { id: string; name: string; size: number }[]
}
type WireThread = {
  id: string
  topic: { type: string; value: string }
  date_updated: string
  current_participants: { type: string; display_name: string }[]
  metadata: {
    total_count: number
    last_message_date: string
    shop_reply_needed_since: string | null
    last_sender: { type: string; display_name: string }
  }
  messages?: WireMessage[]
}
export type ThreadPage = { data: WireThread[]; next_page_token?: string; previous_page_token?: string }
export type Created = { message_id: string; thread_id: string }
export type Reply = { status: number; headers: Headers; text: string; json: () => unknown }

export type Fixture = {
  sandbox: EmpikPlaceSandbox
  url: string
  /** A GET with the key of the shop and its `shop_id`, unless the path names one. */
  get: (path: string, headers?: Record<string, string>) => Promise<Reply>
  list: (query?: string) => Promise<ThreadPage>
  read: (threadId: string) => Promise<WireThread>
  send: (threadId: string, input: unknown, files?: File[]) => Promise<Reply>
  post: (path: string, form: FormData) => Promise<Reply>
}

/** A sandbox with one shop and one key, listening on a free port until the test is over. */
export async function startSandbox(t: Test, seed: EmpikPlaceSeed = {}): Promise<Fixture> {
  const sandbox = await createEmpikPlaceSandbox({
    seed: {
      ...seed,
      shops: [{ id: shopId, name: 'Sklep Testowy' }, ...(seed.shops ?? [])],
      keys: [{ key: apiKey, shopIds: [shopId] }, ...(seed.keys ?? [])],
    },
  })
  const url = await sandbox.listen(0)
  t.teardown(() => sandbox.close())
  const withShop = (path: string) =>
    `${url}${path}${path.includes('shop_id=') ? '' : `${path.includes('?') ? '&' : '?'}shop_id=${shopId}`}`

  const get = async (path: string, headers: Record<string, string> = {}) =>
    readReply(await fetch(withShop(path), { headers: { authorization: apiKey, ...headers } }))
  const post = async (path: string, form: FormData) =>
    readReply(await fetch(withShop(path), { method: 'POST', body: form, headers: { authorization: apiKey } }))
  return {
    sandbox,
    url,
    get,
    post,
    list: async (query = '') => (await get(`/api/inbox/threads?${query}`)).json() as ThreadPage,
    read: async (threadId) => (await get(`/api/inbox/threads/${threadId}`)).json() as WireThread,
    send: (threadId, input, files = []) =>
      post(`/api/inbox/threads/${threadId}/message`, multipart('message_input', input, files)),
  }
}

/** A form with one JSON part and files under `files`, as M12 and OR43 want it. */
export function multipart(partName: string, input: unknown, files: File[] = []): FormData {
  const form = new FormData()
  form.append(partName, new Blob([JSON.stringify(input)], { type: 'application/json' }))
  for (const file of files) form.append('files', file)
  return form
}

export const toCustomer = [{ type: 'CUSTOMER' }]

export async function readReply(answer: Response): Promise<Reply> {
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, text, json: () => JSON.parse(text) as unknown }
}
