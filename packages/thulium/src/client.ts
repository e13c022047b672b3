import {
  dictionaryParser,
  instantToLocalDate,
  parseAgents,
  parseCustomer,
  parseCustomerCreated,
  parseCustomerList,
  parseTemporaryFile,
  parseTicket,
  parseTicketCreated,
  parseTicketList,
  parseWebhook,
  parseWebhooks,
  withoutUndefined,
} from '@connector/contracts'
import { failure, FailureCode } from '@connector/outbound-http'
import type { ReadResult, WriteResult } from '@connector/outbound-http'
import { openAttachment } from './attachment.ts'
import { customerFromWire, ticketFromWire } from './from-wire.ts'
import { thuliumSettingsSchema } from './settings.ts'
import type { ThuliumSettings } from './settings.ts'
import {
  agentResponseToWire,
  changesToWire,
  customerResponseToWire,
  customerToWire,
  ticketToWire,
  webhookToWire,
} from './to-wire.ts'
import { createTransport } from './transport.ts'
import type { Query, TransportOptions } from './transport.ts'
import type { CustomerList, DictionaryList, ThuliumClient } from './types.ts'
import { nothing, writeComment } from './writes.ts'

export interface ThuliumClientOptions extends TransportOptions {
  settings?: Partial<ThuliumSettings> | undefined
  /** Told what the client found out about the tenant, to be kept with its settings. */
  learned?: ((finding: Partial<ThuliumSettings>) => void) | undefined
}

/** Documented maxima of one page. */
const mostTickets = 100
/** Enough to find the exact hit, should values be matched by their beginning only. */
const customerHits = 100

const withFields = ['include_custom_fields', 'true'] as const

/** See {@link ThuliumClient}. Throws a ZodError when the settings are not valid, a TypeError when the base URL is none. */
export function createThuliumClient(options: ThuliumClientOptions): ThuliumClient {
  const settings = thuliumSettingsSchema.parse(options.settings ?? {})
  const { timeZone } = settings
  const transport = createTransport(options)
  const localDate = (date: Date | undefined): string | undefined =>
    date === undefined ? undefined : instantToLocalDate(date, timeZone)

  function customers(query: Query, signal: AbortSignal | undefined): Promise<ReadResult<CustomerList>> {
    return transport.get(
      '/customers',
      [...query, withFields],
      parseCustomerList,
      ({ items, unreadable }) => ({ customers: items.map((wire) => customerFromWire(wire, timeZone)), unreadable }),
      signal,
    )
  }

  function dictionary(
    path: string,
    kind: Parameters<typeof dictionaryParser>[0],
    signal?: AbortSignal,
  ): Promise<ReadResult<DictionaryList>> {
    const parse = dictionaryParser(kind)
    return transport.get(path, [], parse, ({ items, unreadable }) => ({ entries: items, unreadable }), signal)
  }

  return {
    findCustomers: ({ field, value }, signal) =>
      customers(
        [
          [`custom_fields[${field}]`, value],
          ['limit', customerHits],
        ],
        signal,
      ),
    someCustomers: (limit, signal) => customers([['limit', limit]], signal),
    customer: (id, signal) =>
      transport.get(
        `/customers/${id}`,
        [withFields],
        parseCustomer,
        (wire) => customerFromWire(wire, timeZone),
        signal,
      ),
    async createCustomer(customer, signal) {
      const texts = [customer.surname, customer.name ?? '']
      const result = await transport.send(
        'POST',
        '/customers',
        customerToWire(customer, settings),
        parseCustomerCreated,
        texts,
        signal,
      )
      return result.outcome === 'done' ? { ...result, value: { customerId: result.value.customer_id } } : result
    },
    updateCustomer: (id, changes, signal) =>
      transport.send(
        'PUT',
        `/customers/${id}`,
        customerToWire(changes, settings),
        nothing,
        [changes.surname ?? '', changes.name ?? ''],
        signal,
      ),

    async tickets(query, signal) {
      // Silently fewer rows would make a walk by offset skip tickets.
      if (query.limit > mostTickets) throw new RangeError(`At most ${mostTickets} tickets can be asked for at once`)
      const fields = Object.entries(query.customFields ?? {}).map(
        ([name, value]) => [`custom_fields[${name}]`, value] as const,
      )
      return transport.get(
        '/tickets',
        [
          ['ticket_queue_id', query.queueId],
          ['customer_id', query.customerId],
          ['date_from', localDate(query.dateFrom)],
          ['create_date_from', localDate(query.createDateFrom)],
          ...fields,
          ['limit', query.limit],
          ['offset', query.offset],
        ],
        parseTicketList,
        ({ items, unreadable, count }) =>
          withoutUndefined({ tickets: items.map((wire) => ticketFromWire(wire, timeZone)), unreadable, count }),
        signal,
      )
    },
    ticket: (id, signal) =>
      transport.get(`/tickets/${id}`, [withFields], parseTicket, (wire) => ticketFromWire(wire, timeZone), signal),
    async createTicket(ticket, signal) {
      const texts = [ticket.body, ticket.subject, ticket.comment ?? '']
      const result = await transport.send(
        'POST',
        '/tickets',
        ticketToWire(ticket, settings),
        parseTicketCreated,
        texts,
        signal,
      )
      return result.outcome === 'done' ? { ...result, value: { ticketId: result.value.ticket_id } } : result
    },
    updateTicket: (id, changes, signal) =>
      transport.send('PUT', `/tickets/${id}`, changesToWire(changes), nothing, [], signal),
    customerResponse: (ticketId, response, signal) =>
      transport.send(
        'POST',
        `/tickets/${ticketId}/customer_response`,
        customerResponseToWire(response, settings),
        nothing,
        [response.body],
        signal,
      ),
    agentResponse: (ticketId, response, signal) =>
      transport.send(
        'POST',
        `/tickets/${ticketId}/agent_response`,
        agentResponseToWire(response, settings),
        nothing,
        [response.body],
        signal,
      ),
    async comment(ticketId, comment, signal) {
      const { result, field } = await writeComment(transport, ticketId, comment, settings.commentField, signal)
      if (field !== settings.commentField) {
        settings.commentField = field
        options.learned?.({ commentField: field })
      }
      return result
    },

    async uploadFile(name, content, signal) {
      const size = content instanceof Uint8Array ? content.length : content.size
      if (size > settings.maxFileBytes) {
        const details = { code: FailureCode.notAcceptable }
        return {
          outcome: 'not-done',
          failure: failure(
            'refused',
            `The file is larger than the ${settings.maxFileBytes} bytes that Thulium takes`,
            details,
          ),
        }
      }
      const body = {
        contentType: 'application/octet-stream',
        length: size,
        chunks: content instanceof Uint8Array ? [content] : content.bytes,
      }
      const result = await transport.upload('/temporary_files', [['filename', name]], body, parseTemporaryFile, signal)
      return result.outcome === 'done' ? { ...result, value: { token: result.value.token } } : result
    },
    attachment: (attachment, maxBytes, signal) => openAttachment(attachment, maxBytes, transport, signal),

    queues: (signal) => dictionary('/ticket_queues', 'ticket_queue', signal),
    categories: (signal) => dictionary('/ticket_categories', 'category', signal),
    statuses: (signal) => dictionary('/ticket_statuses', 'status', signal),
    agents: (signal) =>
      transport.get(
        '/agents',
        [],
        parseAgents,
        ({ items, unreadable }) => ({ agents: items.map(withoutUndefined), unreadable }),
        signal,
      ),
    webhooks: (signal) =>
      transport.get(
        '/webhooks',
        [],
        parseWebhooks,
        ({ items, unreadable }) => ({
          webhooks: items.map(({ id, actions, subscription_url }) => ({ id, actions, url: subscription_url })),
          unreadable,
        }),
        signal,
      ),
    async createWebhook(webhook, signal): Promise<WriteResult<{ id: number }>> {
      const result = await transport.send(
        'POST',
        '/webhooks',
        webhookToWire(webhook),
        parseWebhook,
        [webhook.password ?? ''],
        signal,
      )
      return result.outcome === 'done' ? { ...result, value: { id: result.value.id } } : result
    },
  }
}
