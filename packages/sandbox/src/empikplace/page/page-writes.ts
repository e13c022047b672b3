import type { FastifyRequest } from 'fastify'
import type { EmpikPlaceActions } from '../script/actions.ts'
import type { World } from '../world/conversations.ts'
import type { AttachmentInput, OperatorWrites, Recipient, WriteInput, Written } from '../model/inputs.ts'

/** A filled-in form of the page. `about` is `order:<id>`, `offer` or `operator` and only counts for a new conversation. */
export type PageWriting = {
  shopId: number
  threadId?: string
  role: string
  to: string[]
  about: string
  topic: string
  text: string
  files: AttachmentInput[]
}

export async function readWriting(request: FastifyRequest): Promise<PageWriting> {
  const fields = new Map<string, string[]>()
  const files: AttachmentInput[] = []
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const content = await part.toBuffer()
      if (part.filename && content.length > 0) files.push({ name: part.filename, type: part.mimetype, content })
    } else {
      fields.set(part.fieldname, [...(fields.get(part.fieldname) ?? []), String(part.value)])
    }
  }
  const text = (name: string) => fields.get(name)?.[0]?.trim() ?? ''
  return {
    shopId: Number(text('shop')),
    ...(text('thread') && { threadId: text('thread') }),
    role: text('role'),
    to: fields.get('to') ?? [],
    about: text('about'),
    topic: text('topic'),
    text: text('text').replace(/\r\n/g, '\n'),
    files,
  }
}

/** Writes in the chosen role. Throws RangeError with a reason for the person at the page. */
export function writeConversation(world: World, actions: EmpikPlaceActions, writing: PageWriting): Written {
  if (writing.text === '') throw new RangeError('Wpisz treść wiadomości.')
  const input: WriteInput = {
    shopId: writing.shopId,
    text: writing.text,
    attachments: writing.files,
    ...(writing.threadId === undefined ? newConversation(world, writing) : { threadId: writing.threadId }),
  }
  const to = writing.to.filter(isRecipient)
  switch (writing.role) {
    case 'buyer':
      return actions.buyerWrites({ ...input, ...recipients(to, 'CUSTOMER') })
    case 'seller':
      return actions.sellerWrites({ ...input, ...recipients(to, 'SHOP') })
    case 'operator':
      return actions.operatorWrites({ ...input, to: operatorRecipients(to) })
    default:
      throw new RangeError('Wybierz, kto pisze.')
  }
}

function newConversation({ state }: World, { about, topic, shopId }: PageWriting): Partial<WriteInput> {
  const title = { topic: { type: 'FREE_TEXT', value: topic === '' ? 'Pytanie' : topic } }
  if (about.startsWith('order:')) return { ...title, orderId: about.slice('order:'.length) }
  if (about === 'operator') {
    const label = state.shops.get(shopId)?.name ?? ''
    return { ...title, entities: [{ type: 'SELLER_OPERATOR', id: String(shopId), label }] }
  }
  return { ...title, entities: [{ type: 'MMP_OFFER', id: '400001', label: 'Oferta sklepu' }] }
}

function recipients(to: Recipient[], self: Recipient): { to?: Recipient[] } {
  const others = to.filter((one) => one !== self)
  return others.length > 0 ? { to: others } : {}
}

function operatorRecipients(to: Recipient[]): OperatorWrites['to'] {
  if (!to.includes('CUSTOMER')) return 'SHOP'
  return to.includes('SHOP') ? 'BOTH' : 'CUSTOMER'
}

function isRecipient(text: string): text is Recipient {
  return text === 'SHOP' || text === 'CUSTOMER' || text === 'OPERATOR'
}
