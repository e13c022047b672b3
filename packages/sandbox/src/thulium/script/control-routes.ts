import type { FastifyError, FastifyInstance } from 'fastify'
import { actionSchemas } from './action-schemas.ts'
import type { AutomationRule, SystemConfig } from '../model/config.ts'
import type { ThuliumControls } from './controls.ts'
import type { TicketChange } from '../agent/changes.ts'
import type { AgentComment, AgentReply } from '../agent/replies.ts'
import type { SystemStore } from '../systems/system-store.ts'
import type { WebhookSender } from '../outgoing/webhooks.ts'

export type ControlledSystems = {
  stores: ReadonlyMap<string, SystemStore>
  controls: ThuliumControls
  addSystem: (config: SystemConfig) => void
  webhooks: WebhookSender
}

type Call<Body> = { Params: { system: string }; Body: Body }

/** `/__sandbox/systems…`: everything the in-process helpers can do, over HTTP. */
export function registerSystemControl(
  app: FastifyInstance,
  { stores, controls, addSystem, webhooks }: ControlledSystems,
): void {
  app.setErrorHandler<FastifyError>((error, _request, reply) => {
    const status = error instanceof RangeError ? 400 : (error.statusCode ?? 500)
    return reply.code(status).send({ message: error.message })
  })
  const base = '/__sandbox/systems'
  const one = `${base}/:system`

  app.get(base, () => ({ systems: [...stores.keys()] }))
  app.post<{ Body: SystemConfig }>(base, { schema: { body: actionSchemas.addSystem } }, (request, reply) => {
    addSystem(request.body)
    return reply.code(201).send({ system: request.body.system })
  })
  app.patch<Call<{ password?: string; permissions?: string[] }>>(one, body('changeApiUser'), (request, reply) => {
    controls.changeApiUser({ ...request.body, ...request.params })
    return reply.code(204).send()
  })
  app.get<{ Params: { system: string } }>(`${one}/tickets`, ({ params }) => ({
    tickets: controls.tickets(params.system).map(withoutBytes),
  }))
  app.get<{ Params: { system: string; id: string } }>(`${one}/tickets/:id`, ({ params }) =>
    withoutBytes(controls.ticket(params.system, Number(params.id))),
  )
  app.get<{ Params: { system: string } }>(`${one}/customers`, ({ params }) => ({
    customers: controls.customers(params.system),
  }))
  app.get<{ Params: { system: string } }>(`${one}/mail-log`, ({ params }) => ({
    mails: controls.mailLog(params.system),
  }))
  app.get<{ Params: { system: string } }>(`${one}/webhook-log`, ({ params }) => ({
    deliveries: controls.webhookLog(params.system),
  }))
  app.get<{ Params: { system: string } }>(`${one}/switches`, ({ params }) => ({
    switches: controls.switches(params.system),
  }))
  app.patch<Call<Record<string, unknown>>>(`${one}/switches`, (request) => {
    controls.setSwitches(request.params.system, request.body)
    return { switches: controls.switches(request.params.system) }
  })
  app.post('/__sandbox/webhooks/flush', async (_request, reply) => {
    webhooks.flush()
    await webhooks.settled()
    return reply.code(204).send()
  })
  registerActions(app, `${one}/actions`, controls)
}

function registerActions(app: FastifyInstance, base: string, controls: ThuliumControls): void {
  const done = { done: true }
  type Files = { attachments?: { filename: string; content?: string; base64?: string }[] }
  app.post<Call<Omit<AgentReply, 'attachments'> & Files>>(`${base}/agent-replies`, body('agentReplies'), (request) => {
    const attachments = (request.body.attachments ?? []).map(({ filename, content = '', base64 }) => ({
      filename,
      content: base64 === undefined ? content : Buffer.from(base64, 'base64'),
    }))
    return { messageId: controls.agentReplies({ ...request.body, ...request.params, attachments }) }
  })
  app.post<Call<{ ticketId: number; messageId: number }>>(`${base}/cancel-reply`, body('message'), (request) => {
    controls.cancelReply({ ...request.body, ...request.params })
    return done
  })
  app.post<Call<AgentComment>>(`${base}/agent-comments`, body('agentComments'), (request) => ({
    messageId: controls.agentComments({ ...request.body, ...request.params }),
  }))
  app.post<Call<TicketChange>>(`${base}/change-ticket`, body('changeTicket'), (request) => {
    controls.changeTicket({ ...request.body, ...request.params })
    return done
  })
  type Customer = { name?: string; surname: string; customFields?: Record<string, string> }
  app.post<Call<Customer>>(`${base}/add-customer`, body('customer'), (request) => ({
    customerId: controls.addCustomer({ ...request.body, ...request.params }),
  }))
  app.post<Call<{ ticketId: number; customerId: number | null }>>(`${base}/pin-customer`, body('pin'), (request) => {
    controls.pinCustomer({ ...request.body, ...request.params })
    return done
  })
  app.post<Call<{ sourceId: number; targetId: number }>>(`${base}/merge-tickets`, body('merge'), (request) => {
    controls.mergeTickets({ ...request.body, ...request.params })
    return done
  })
  type Split = { ticketId: number; messageIds: number[]; copyCustomFields?: boolean }
  app.post<Call<Split>>(`${base}/split-ticket`, body('split'), (request) => ({
    ticketId: controls.splitTicket({ ...request.body, ...request.params }),
  }))
  app.post<Call<{ ticketId: number; messageId: number }>>(`${base}/delete-message`, body('message'), (request) => {
    controls.deleteMessage({ ...request.body, ...request.params })
    return done
  })
  app.post<Call<{ ticketId: number }>>(`${base}/delete-ticket`, body('ticket'), (request) => {
    controls.deleteTicket({ ...request.body, ...request.params })
    return done
  })
  type Rename = { of: 'ticket' | 'customer'; from: string; to: string }
  app.post<Call<Rename>>(`${base}/rename-field`, body('rename'), (request) => {
    controls.renameField({ ...request.body, ...request.params })
    return done
  })
  app.post<Call<{ ticketId: number; login?: string }>>(`${base}/close-ticket`, body('ticket'), (request) => {
    controls.closeTicket({ ...request.body, ...request.params })
    return done
  })
  app.post<Call<{ ticketId: number; login?: string }>>(`${base}/reopen-ticket`, body('ticket'), (request) => {
    controls.reopenTicket({ ...request.body, ...request.params })
    return done
  })
  app.post<Call<{ rules?: AutomationRule[] }>>(`${base}/run-hourly-automation`, body('automation'), (request) => ({
    changed: controls.runHourlyAutomation({ ...request.body, ...request.params }),
  }))
}

function body(name: keyof typeof actionSchemas) {
  return { schema: { body: actionSchemas[name] } }
}

/** Bytes do not belong in JSON; name and size do. */
function withoutBytes(ticket: ReturnType<ThuliumControls['ticket']>): unknown {
  const messages = ticket.messages.map((message) => ({
    ...message,
    attachments: message.attachments.map(({ attachmentId, filename, size }) => ({ attachmentId, filename, size })),
  }))
  return { ...ticket, messages }
}
