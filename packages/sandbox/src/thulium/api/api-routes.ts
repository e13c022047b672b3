import { randomBytes } from 'node:crypto'
import { empty, json } from './api.ts'
import type { Api, ApiAnswer, ApiCall } from './api.ts'
import { ApiError } from '../model/api-error.ts'
import { customerJson, searchCustomers } from '../records/customer-search.ts'
import { createCustomer, readableCustomer, updateCustomer } from '../records/customers.ts'
import { registerDictionaries } from './dictionary-routes.ts'
import { inputOf, requiredText, text, textList } from '../model/input.ts'
import type { Input } from '../model/input.ts'
import type { TicketRecord, WebhookSubscription } from '../model/model.ts'
import { scalar } from '../model/php-query.ts'
import type { SystemStore } from '../systems/system-store.ts'
import { readableTicket, writableTicket } from '../records/ticket-changes.ts'
import { createTicket } from '../records/ticket-create.ts'
import { numberId, ticketJson, ticketRowJson } from '../records/ticket-json.ts'
import { searchTickets } from '../records/ticket-search.ts'
import { addAgentResponse, addComment, addCustomerResponse, updateTicket } from '../records/ticket-writes.ts'

/** Every method of the public API the sandbox has. */
export function registerApiRoutes(api: Api): void {
  registerTickets(api)
  registerCustomers(api)
  registerDictionaries(api)
  registerFiles(api)
  registerWebhooks(api)
}

function registerTickets(api: Api): void {
  api.on('POST', 'tickets', ({ store, body }) => {
    const ticket = createTicket(store, inputOf(body))
    return created(store, { ticket_id: numberId(store, ticket.id) })
  })
  api.on('GET', 'tickets', ({ store, query, baseUrl }) => {
    const { count, rows } = searchTickets(store, query)
    const withFields = scalar(query, 'include_custom_fields') === 'true'
    return json({ count, result: rows.map((ticket) => ticketRowJson(store, ticket, baseUrl, withFields)) })
  })
  api.on('GET', 'tickets/:id', ({ store, params, query, baseUrl }) => {
    const ticket = readableTicket(store, params['id'] ?? '')
    return json(ticketJson(store, ticket, baseUrl, scalar(query, 'include_custom_fields') === 'true'))
  })
  api.on('PUT', 'tickets/:id', writing(updateTicket, empty))
  api.on('POST', 'tickets/:id/customer_response', writing(addCustomerResponse, empty))
  api.on('POST', 'tickets/:id/agent_response', writing(addAgentResponse, json([])))
  api.on('POST', 'tickets/:id/comment', writing(addComment, empty))
}

function registerCustomers(api: Api): void {
  api.on('GET', 'customers', ({ store, query }) => {
    const { count, rows } = searchCustomers(store, query)
    const result = rows.map((customer) => customerJson(store, customer, query))
    return json(store.rule('customersEnvelope') === 'array' ? result : { count, result })
  })
  api.on('POST', 'customers', ({ store, body }) => {
    const customer = createCustomer(store, inputOf(body))
    return created(store, { customer_id: numberId(store, customer.id) })
  })
  api.on('GET', 'customers/:id', ({ store, params, query }) =>
    json(customerJson(store, readableCustomer(store, params['id'] ?? ''), query)),
  )
  api.on('PUT', 'customers/:id', ({ store, params, body }) => {
    updateCustomer(store, readableCustomer(store, params['id'] ?? ''), inputOf(body))
    return empty
  })
  api.on('DELETE', 'customers/:id', ({ store, params }) => {
    store.removeCustomer(readableCustomer(store, params['id'] ?? ''))
    return empty
  })
}

function registerFiles(api: Api): void {
  api.on('POST', 'temporary_files', ({ store, query, body }) => {
    const filename = scalar(query, 'filename')
    if (filename === undefined || filename === '') throw new ApiError('required', 'filename')
    if (!Buffer.isBuffer(body)) throw new ApiError('malformed', 'application/octet-stream expected')
    const token = randomBytes(7).toString('hex')
    store.temporaryFiles.set(token, { token, filename, content: body, uploadedAt: store.now() })
    store.surroundings.changed()
    return json({ filename, token, size: body.length })
  })
  // Invented, like the url that leads here: how an attachment is fetched is documented nowhere.
  api.onUnlisted('attachments/:id', ({ store, params }) => {
    const file = store.files.get(Number(params['id']))
    if (!file) throw new ApiError('thingMissing', 'Attachment')
    return { kind: 'bytes', content: file.content, filename: file.filename }
  })
}

function registerWebhooks(api: Api): void {
  api.on('GET', 'webhooks', ({ store }) => json(store.webhooks.map((webhook) => webhookJson(store, webhook))))
  api.on('POST', 'webhooks', ({ store, body }) => {
    const input = inputOf(body)
    const actions = textList(input, 'actions') ?? []
    if (actions.length === 0) throw new ApiError('required', 'actions')
    const subscriptionUrl = requiredText(input, 'subscription_url')
    if (!/^https?:\/\//.test(subscriptionUrl)) throw new ApiError('invalid', 'subscription_url')
    const webhook: WebhookSubscription = {
      id: store.nextId('webhook'),
      actions,
      subscriptionUrl,
      httpAuthUser: text(input, 'http_auth_user') ?? null,
      httpAuthPassword: text(input, 'http_auth_password') ?? null,
    }
    store.webhooks.push(webhook)
    store.surroundings.changed()
    return created(store, webhookJson(store, webhook))
  })
}

function webhookJson(store: SystemStore, webhook: WebhookSubscription): unknown {
  return {
    id: numberId(store, webhook.id),
    actions: webhook.actions,
    subscription_url: webhook.subscriptionUrl,
    http_auth_user: webhook.httpAuthUser,
    http_auth_password: webhook.httpAuthPassword,
  }
}

function writing(write: (store: SystemStore, ticket: TicketRecord, input: Input) => void, answer: ApiAnswer) {
  return ({ store, params, body }: ApiCall): ApiAnswer => {
    write(store, writableTicket(store, params['id'] ?? ''), inputOf(body))
    return answer
  }
}

function created(store: SystemStore, value: unknown): ApiAnswer {
  return json(value, store.rule('createStatusCode'))
}
