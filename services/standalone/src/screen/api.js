/**
 * @typedef {{ tenantId: string, empikplaceUrl: string, thuliumUrl: string }} Config
 * Base addresses of the two sides; the tenant's Thulium panel is at `{thuliumUrl}/{tenantId}/`.
 *
 * @typedef {{ integrationId: string, name: string, shopId: string, status: string }} Integration
 *
 * @typedef {{ lastSuccessAt?: string | null, nextPollAt?: string | null, failures: number, lastFailure?: unknown }} Side
 *
 * @typedef {object} Status
 * @property {string} status
 * @property {{ level: string, since?: string | null, reason: { pl: string, en: string } }} health
 * @property {{ empikplace?: Side | null, thulium?: Side | null }} sides
 * @property {{ waiting: number, uncertain: number, parked: number, oldestWaitingAt?: string | null }} effects
 * @property {number} conversations
 * @property {number} tickets
 * @property {number} repliesPending
 * @property {number} repliesSent
 *
 * @typedef {object} Conversation
 * @property {string} integrationId
 * @property {string} threadId
 * @property {string} subject
 * @property {string | null} [customerId]
 * @property {string | null} [customerName]
 * @property {string | null} [orderId]
 * @property {number | null} [ticketId]
 * @property {number} messageCount
 * @property {string | null} [lastMessageAt]
 * @property {string | null} [lastAuthor]
 * @property {number} repliesPending
 * @property {number} repliesSent
 * @property {string} changedAt
 * @property {number} waitingEffects
 * @property {number} parkedEffects
 *
 * @typedef {{ type: string, recordedAt: string, data: Record<string, unknown>, about: { pl: string, en: string } | null, readers: 'customer' | 'operator' | 'everyone' | null }} TimelineEvent
 * `readers`: who gets the answer or the file that it tells of.
 * `about`: the title of the write whose fate the event tells.
 *
 * @typedef {Conversation & { events: TimelineEvent[] }} ConversationDetail
 * @typedef {{ integration: Integration, status: Status }} IntegrationWithStatus
 */

/** Longer than the slowest answer seen under load, short enough to notice a process that hangs. */
const timeoutMs = 8000

/** The server answered, but not with what was asked for. */
export class HttpError extends Error {
  /** @param {number} status */
  constructor(status) {
    super(`HTTP ${status}`)
    this.status = status
  }
}

/** @param {string} path @returns {Promise<unknown>} */
async function getJson(path) {
  const response = await fetch(path, {
    headers: { accept: 'application/json' },
    cache: 'no-store',
    signal: AbortSignal.timeout(timeoutMs),
  })
  if (!response.ok) throw new HttpError(response.status)
  return response.json()
}

/** @template T @param {unknown} answer @returns {T[]} */
const itemsOf = (answer) => /** @type {{ items: T[] }} */ (answer).items

export const getConfig = async () => /** @type {Config} */ (await getJson('/screen/config.json'))

/** @param {string} tenantId */
export function createApi(tenantId) {
  const base = `/api/tenants/${encodeURIComponent(tenantId)}`

  /** @param {Integration} integration @returns {Promise<IntegrationWithStatus>} */
  async function withStatus(integration) {
    const path = `${base}/integrations/${encodeURIComponent(integration.integrationId)}/status`
    return { integration, status: /** @type {Status} */ (await getJson(path)) }
  }

  return {
    async integrations() {
      /** @type {Integration[]} */
      const items = itemsOf(await getJson(`${base}/integrations`))
      return Promise.all(items.map(withStatus))
    },
    /** The last changed ones. @param {number} limit @returns {Promise<Conversation[]>} */
    async conversations(limit) {
      return itemsOf(await getJson(`${base}/conversations?limit=${limit}`))
    },
    /** @param {string} integrationId @param {string} threadId */
    async conversation(integrationId, threadId) {
      const path = `${base}/conversations/${encodeURIComponent(integrationId)}/${encodeURIComponent(threadId)}`
      return /** @type {ConversationDetail} */ (await getJson(path))
    },
    /** Server-sent events named `change`. */
    changes: () => new EventSource(`${base}/changes`),
  }
}
