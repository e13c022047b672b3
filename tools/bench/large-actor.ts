/** Plays the buyer and the agent from a process of its own, so that the files they handle are not in the measured one. */
import { z } from 'zod'
import { startArgument, tell } from './child.ts'

const argument = z
  .object({
    empikplaceUrl: z.string(),
    thuliumUrl: z.string(),
    shopId: z.number(),
    system: z.string(),
    messages: z.number(),
    files: z.number(),
    orderLines: z.number(),
    fileBytes: z.number(),
    /** The agent answers in this ticket instead. */
    ticketId: z.number().optional(),
  })
  .parse(startArgument())
const { empikplaceUrl, thuliumUrl, shopId, system, messages, files, orderLines, fileBytes, ticketId } = argument

async function send(method: string, url: string, body: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(url, { method, headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${method} ${url} answered ${answer.status}: ${await answer.text()}`)
  return answer.json().catch(() => undefined)
}
const empikplace = (action: string, body: object): Promise<unknown> =>
  send('POST', `${empikplaceUrl}/__sandbox/${action}`, { shopId, ...body })
const base64 = (bytes: number): string => Buffer.alloc(bytes, 'plik ').toString('base64')

async function writeAsBuyer(): Promise<string> {
  const lines = Array.from({ length: orderLines }, (_, index) => ({
    title: `Produkt numer ${index} o dość długiej nazwie, jak to w sklepie bywa`,
    sku: `SKU-${index}`,
    quantity: 1 + (index % 3),
    price: 10 + index,
  }))
  const { id: orderId } = z.object({ id: z.string() }).parse(await empikplace('orders', { lines }))
  const first = await empikplace('buyer-writes', {
    orderId,
    text: 'Dzień dobry, w załączniku nagranie uszkodzonej paczki.',
    attachments: [{ name: 'nagranie.mp4', base64: base64(fileBytes) }],
  })
  const { threadId } = z.object({ threadId: z.string() }).parse(first)
  for (let index = 1; index < messages; index++)
    await empikplace('buyer-writes', {
      threadId,
      text: `Wiadomość ${index}: nadal czekam na odpowiedź w sprawie mojego zamówienia i proszę o informację.`,
      ...(index < files ? { attachments: [{ name: `zdjęcie ${index}.jpg`, base64: base64(1_000) }] } : {}),
    })
  return threadId
}

async function answerAsAgent(): Promise<void> {
  await send('PATCH', `${thuliumUrl}/__sandbox/systems/${system}/switches`, { agentSendDelaySeconds: 0 })
  await send('POST', `${thuliumUrl}/__sandbox/systems/${system}/actions/agent-replies`, {
    ticketId,
    login: 'a.nowak',
    html: '<p>W załączniku instrukcja.</p>',
    attachments: [{ filename: 'instrukcja.pdf', base64: base64(fileBytes) }],
  })
}

if (ticketId === undefined) tell({ threadId: await writeAsBuyer() })
else {
  await answerAsAgent()
  tell({})
}
process.disconnect()
