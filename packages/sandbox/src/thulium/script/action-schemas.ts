const text = { type: 'string' }
const id = { type: 'integer' }
const texts = { type: 'array', items: text }

function object(required: string[], properties: Record<string, unknown>): Record<string, unknown> {
  return { type: 'object', required, additionalProperties: false, properties }
}

function listOf(required: string[], properties: Record<string, unknown>): Record<string, unknown> {
  return { type: 'array', items: object(required, properties) }
}

const fields = {
  type: 'array',
  items: { anyOf: [text, object(['name'], { name: text, readOnly: { type: 'boolean' } })] },
}
const map = { type: 'object', additionalProperties: text }
const named = listOf(['id', 'name'], { id, name: text })
const hours = { type: 'number', minimum: 0 }
const automations = listOf(['when', 'then'], {
  when: object([], {
    statusId: id,
    statusIsNot: id,
    queueId: id,
    categoryId: id,
    hoursSinceAgentMessage: hours,
    hoursSinceCustomerMessage: hours,
    ageHours: hours,
  }),
  then: object([], { statusId: id, queueId: id, categoryId: id, userLogin: text, addTags: texts }),
})
const attachments = listOf(['filename'], { filename: text, content: text, base64: text })
const roles = { enum: ['new', 'waiting', 'postponed', 'merged', 'in-progress', 'closed'] }

/** JSON schemas of the bodies under `/__sandbox/systems`, one per action. */
export const actionSchemas = {
  addSystem: object(
    ['system', 'apiUser', 'password', 'mailboxes', 'agents', 'queues', 'categories', 'ticketFields', 'customerFields'],
    {
      system: text,
      apiUser: text,
      password: text,
      permissions: texts,
      mailboxes: listOf(['address', 'queueId'], { address: text, queueId: id }),
      agents: listOf(['login', 'name', 'surname'], {
        login: text,
        name: text,
        surname: text,
        email: text,
        active: { type: 'boolean' },
      }),
      queues: named,
      categories: listOf(['id', 'name'], { id, name: text, parentId: id }),
      statuses: listOf(['id', 'name'], { id, name: text, role: roles, substatuses: named }),
      ticketFields: fields,
      customerFields: fields,
      customers: listOf(['surname'], {
        customerId: id,
        name: text,
        surname: text,
        emails: texts,
        phones: texts,
        customFields: map,
      }),
      automations,
      switches: { type: 'object' },
    },
  ),
  changeApiUser: object([], { password: text, permissions: texts }),
  agentReplies: object(['ticketId', 'login', 'html'], {
    ticketId: id,
    login: text,
    html: text,
    attachments,
    signature: text,
    quote: { type: 'boolean' },
  }),
  agentComments: object(['ticketId', 'login', 'text'], { ticketId: id, login: text, text }),
  message: object(['ticketId', 'messageId'], { ticketId: id, messageId: id }),
  changeTicket: object(['ticketId'], {
    ticketId: id,
    login: text,
    statusId: id,
    substatusId: id,
    queueId: id,
    categoryId: id,
    userLogin: text,
    addTags: texts,
    customFields: map,
    postponeMinutes: hours,
    updatedAt: { type: 'string', format: 'date-time' },
  }),
  customer: object(['surname'], { name: text, surname: text, customFields: map }),
  pin: object(['ticketId', 'customerId'], {
    ticketId: id,
    customerId: { type: ['integer', 'null'] },
    login: text,
  }),
  merge: object(['sourceId', 'targetId'], { sourceId: id, targetId: id, login: text }),
  split: object(['ticketId', 'messageIds'], {
    ticketId: id,
    messageIds: { type: 'array', items: id },
    login: text,
    copyCustomFields: { type: 'boolean' },
  }),
  rename: object(['of', 'from', 'to'], { of: { enum: ['ticket', 'customer'] }, from: text, to: text }),
  ticket: object(['ticketId'], { ticketId: id, login: text }),
  automation: object([], { rules: automations }),
}
