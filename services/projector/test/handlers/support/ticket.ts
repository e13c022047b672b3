import type { Outside } from './outside.ts'
import type { Scene } from './scene.ts'

type TicketView = ReturnType<Outside['thulium']['ticket']>

/** A conversation whose ticket stands. */
export async function withTicket(scene: Scene, text = 'Kiedy paczka?'): Promise<number> {
  scene.buyerWrites(text)
  await scene.run('customer:link')
  await scene.run('ticket:create')
  return ticketIdOf(scene)
}

export function ticketIdOf(scene: Scene): number {
  const { ticketId } = scene.state()
  if (ticketId === undefined) throw new Error('The conversation has no ticket')
  return ticketId
}

export const ticketsOf = ({ thulium }: Outside, { system }: Scene): TicketView[] => thulium.tickets(system)

const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** Texts of one kind of entry in all tickets of the account, oldest first. */
export const entries = (outside: Outside, scene: Scene, type: 'MAIL' | 'REPLY' | 'COMMENT'): string[] =>
  ticketsOf(outside, scene)
    .flatMap(({ messages }) => messages)
    .filter((message) => message.type === type)
    .map(({ body, comment }) => plain(type === 'COMMENT' ? comment : body))
