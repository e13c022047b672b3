import type { ThuliumConnection } from '@connector/domain/events'
import type { WriteResult } from '@connector/outbound-http'
import type { ThuliumClient } from '@connector/thulium'
import { checksOf } from './check.ts'
import { texts } from './texts.ts'
import { idOfNothing } from './thulium-reads.ts'
import { itemOf, unknownItem, type Item } from './needs.ts'
import type { Need } from './vocabulary.ts'

const writes = {
  createTicket: { need: 'create-ticket', method: 'POST tickets' },
  updateTicket: { need: 'update-ticket', method: 'PUT tickets/:id' },
  customerResponse: { need: 'customer-response', method: 'POST tickets/:id/customer_response' },
  agentResponse: { need: 'agent-response', method: 'POST tickets/:id/agent_response' },
  comment: { need: 'comment', method: 'POST tickets/:id/comment' },
  createCustomer: { need: 'create-customer', method: 'POST customers' },
  updateCustomer: { need: 'update-customer', method: 'PUT customers/:id' },
  uploadFile: { need: 'upload-file', method: 'POST temporary_files' },
} as const satisfies Record<string, { need: Need; method: string }>
type Write = (typeof writes)[keyof typeof writes]

const { passed, warned, fromFailure } = checksOf('thulium')

/** Nothing is tried: each shows at its first use. */
export const untriedWrites: Item[] = Object.values(writes).map(({ need, method }) =>
  unknownItem('thulium', need, texts.untilFirstUse(method)),
)

/** @param acceptedIsRight false where the write was of something that does not exist */
function writeItem({ need, method }: Write, result: WriteResult<unknown>, acceptedIsRight: boolean): Item {
  if (result.outcome === 'unknown') return unknownItem('thulium', need, texts.writeUnanswered(method))
  if (result.outcome === 'not-done' && result.failure.class !== 'refused')
    return itemOf(fromFailure(need, result.failure, { rejected: texts.permissionMissing(method) }))
  const isProof = result.outcome === 'not-done' || acceptedIsRight
  return itemOf(isProof ? passed(need, texts.permitted(method)) : warned(need, texts.writeAccepted(method)))
}

/**
 * Tries the writes that can be tried without a trace: on a ticket and a customer that do not exist, and with a temporary
 * file, which Thulium drops after 24 hours. New tickets and customers would stay, so they are not tried.
 */
export async function probeWrites(
  client: ThuliumClient,
  { agentLogin: userLogin }: ThuliumConnection,
  signal: AbortSignal,
): Promise<Item[]> {
  const body = 'Sprawdzenie uprawnień.'
  const response = { body, bodyType: 'PLAIN' } as const
  const tried: Item[] = [
    writeItem(writes.updateTicket, await client.updateTicket(idOfNothing, { userLogin }, signal), false),
    writeItem(writes.customerResponse, await client.customerResponse(idOfNothing, response, signal), false),
    writeItem(writes.agentResponse, await client.agentResponse(idOfNothing, { ...response, userLogin }, signal), false),
    writeItem(writes.comment, await client.comment(idOfNothing, { text: body, userLogin }, signal), false),
    writeItem(writes.updateCustomer, await client.updateCustomer(idOfNothing, { surname: body }, signal), false),
    writeItem(writes.uploadFile, await client.uploadFile('connector-check.txt', new Uint8Array([49]), signal), true),
  ]
  return untriedWrites.map((untried) => tried.find(({ code }) => code === untried.code) ?? untried)
}
