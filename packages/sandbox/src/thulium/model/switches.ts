import type { SwitchDefinition, SwitchValue } from '../../kit/switches.ts'

/** Behaviours the public Thulium documentation leaves open. Each is set for the whole sandbox or for one system. */
export type ThuliumSwitches = {
  customersEnvelope: 'array' | 'count-result'
  ticketsListIncludesMessages: boolean
  ticketsListIncludesCustomFields: boolean
  dictionaryShape: 'bare' | 'wrapped' | 'thing-id'
  createStatusCode: 200 | 201
  commentField: 'comment' | 'body' | 'content'
  sourceUnknown: 'reject' | 'store' | 'email'
  customerResponseAcceptsAttachments: 'ignored' | 'stored' | 'rejected'
  customerResponseReopens: boolean
  agentResponseSetsWaiting: boolean
  updatedAtMovesOnMessage: boolean
  dateParamSetsCreatedAt: boolean
  plainBodyReturnedAs: 'html' | 'as-sent'
  customFieldsMatch: 'exact' | 'case-insensitive' | 'prefix'
  unknownCustomFieldName: 'reject' | 'ignored'
  putCustomFields: 'merge' | 'replace'
  putTags: 'replace' | 'add'
  emptyStringClears: boolean
  messageOrder: 'ascending' | 'shuffled'
  idTypes: 'mixed' | 'strings'
  agentSendDelaySeconds: number
  agentPendingMessage: 'hidden' | 'visible'
  attachmentElement: 'url' | 'names' | 'content'
  scalarStatusFilter: 'error-500' | 'works'
  webhookEncoding: 'form' | 'json'
  webhookRetry: 'none' | 'three-tries'
  webhookDelivery: 'once' | 'duplicate' | 'out-of-order' | 'never'
  webhookMessageReceived: boolean
  searchIndexLagSeconds: number
  clockOffsetSeconds: number
  dateHeader: 'sent' | 'absent'
  queueAutoresponder: boolean
  customerByFrom: 'none' | 'match' | 'create'
  duplicateCustomerEmail: 'allowed' | 'rejected'
  longestCustomerName: number
  longestTicketField: number
  ticketTags: 'accepted' | 'rejected'
  temporaryFileSingleUse: boolean
  mergedTicket: 'refuse-writes' | 'accept-writes' | 'gone'
  unauthorizedBody: 'json' | 'empty' | 'html'
}

const onOff = [true, false] as const

export const thuliumSwitchDefinitions: { [K in keyof ThuliumSwitches]: SwitchDefinition<ThuliumSwitches[K]> } = {
  customersEnvelope: { initial: 'array', choices: ['array', 'count-result'], note: 'Shape of GET customers' },
  ticketsListIncludesMessages: { initial: false, choices: onOff, note: 'Rows of GET tickets carry messages' },
  ticketsListIncludesCustomFields: {
    initial: false,
    choices: onOff,
    note: 'GET tickets obeys include_custom_fields=true',
  },
  dictionaryShape: {
    initial: 'bare',
    choices: ['bare', 'wrapped', 'thing-id'],
    note: 'Queues, categories, statuses: [{id,name}], {result:[{id,name}]} or [{ticket_queue_id,name}]',
  },
  createStatusCode: { initial: 201, choices: [200, 201], note: 'Status of a call that creates a record' },
  commentField: { initial: 'comment', choices: ['comment', 'body', 'content'], note: 'Text field of POST comment' },
  sourceUnknown: {
    initial: 'reject',
    choices: ['reject', 'store', 'email'],
    note: 'A ticket source outside the five documented ones: 400, kept, or turned into email',
  },
  customerResponseAcceptsAttachments: {
    initial: 'ignored',
    choices: ['ignored', 'stored', 'rejected'],
    note: 'Attachments on customer_response, where none are documented',
  },
  customerResponseReopens: { initial: true, choices: onOff, note: 'A customer message sets New and reopens' },
  agentResponseSetsWaiting: { initial: true, choices: onOff, note: 'agent_response sets Waiting for customer' },
  updatedAtMovesOnMessage: { initial: true, choices: onOff, note: 'A message moves updated_at' },
  dateParamSetsCreatedAt: { initial: true, choices: onOff, note: 'The date parameter becomes created_at' },
  plainBodyReturnedAs: { initial: 'html', choices: ['html', 'as-sent'], note: 'How a PLAIN body is read back' },
  customFieldsMatch: {
    initial: 'exact',
    choices: ['exact', 'case-insensitive', 'prefix'],
    note: 'How custom_fields[Name]=v compares',
  },
  unknownCustomFieldName: {
    initial: 'reject',
    choices: ['reject', 'ignored'],
    note: '400, or dropped: a search then finds everything and a write stores nothing',
  },
  putCustomFields: { initial: 'merge', choices: ['merge', 'replace'], note: 'PUT tickets with custom_fields' },
  putTags: { initial: 'replace', choices: ['replace', 'add'], note: 'PUT tickets with tags' },
  emptyStringClears: { initial: true, choices: onOff, note: 'An empty string clears a custom field' },
  messageOrder: { initial: 'shuffled', choices: ['ascending', 'shuffled'], note: 'Order of messages in a ticket' },
  idTypes: { initial: 'mixed', choices: ['mixed', 'strings'], note: 'Numbers and strings as documented, or strings' },
  agentSendDelaySeconds: { initial: 30, note: 'An agent reply can be cancelled this long, then it is sent' },
  agentPendingMessage: { initial: 'hidden', choices: ['hidden', 'visible'], note: 'Is an unsent reply in the API?' },
  attachmentElement: {
    initial: 'url',
    choices: ['url', 'names', 'content'],
    note: 'Attachments with a url, names only, or the content in base64',
  },
  scalarStatusFilter: { initial: 'error-500', choices: ['error-500', 'works'], note: 'status_id=1 without []' },
  webhookEncoding: { initial: 'form', choices: ['form', 'json'], note: 'Form with null as text, or JSON' },
  webhookRetry: { initial: 'none', choices: ['none', 'three-tries'], note: 'Tries when the receiver does not say 2xx' },
  webhookDelivery: {
    initial: 'once',
    choices: ['once', 'duplicate', 'out-of-order', 'never'],
    note: 'Out of order: an event is held back until the next one was delivered',
  },
  webhookMessageReceived: { initial: false, choices: onOff, note: 'TICKET_MESSAGE_RECEIVED is sent' },
  searchIndexLagSeconds: { initial: 0, note: 'Custom-field search sees a write only this much later' },
  clockOffsetSeconds: {
    initial: 0,
    note: 'How far the clock of Thulium is ahead (negative: behind): its dates and the Date header of its answers',
  },
  dateHeader: { initial: 'sent', choices: ['sent', 'absent'], note: 'Whether answers say the time in Date' },
  queueAutoresponder: { initial: false, choices: onOff, note: 'A new ticket gets an automatic REPLY without login' },
  customerByFrom: {
    initial: 'none',
    choices: ['none', 'match', 'create'],
    note: 'POST tickets without customer_id: nothing, match by from, or match else create',
  },
  duplicateCustomerEmail: { initial: 'allowed', choices: ['allowed', 'rejected'], note: 'POST customers, same e-mail' },
  longestCustomerName: { initial: 0, note: 'Characters that name and surname may have; 0 = any number' },
  longestTicketField: { initial: 0, note: 'Characters that a value of a ticket field may have; 0 = any number' },
  ticketTags: { initial: 'accepted', choices: ['accepted', 'rejected'], note: 'POST tickets with tags' },
  temporaryFileSingleUse: { initial: false, choices: onOff, note: 'A token is spent by its first write' },
  mergedTicket: {
    initial: 'refuse-writes',
    choices: ['refuse-writes', 'accept-writes', 'gone'],
    note: 'A ticket merged into another: writes answer 409, go into the empty shell, or it answers 404',
  },
  unauthorizedBody: { initial: 'json', choices: ['json', 'empty', 'html'], note: 'Body of 401 and 403' },
}

/** Throws RangeError when a switch is unknown or cannot have that value; used for the overrides of one system. */
export function assertSwitches(changes: Record<string, unknown>): asserts changes is Partial<ThuliumSwitches> {
  const table: Record<string, SwitchDefinition<SwitchValue>> = Object.assign({}, thuliumSwitchDefinitions)
  for (const [name, value] of Object.entries(changes)) {
    const definition = Object.hasOwn(table, name) ? table[name] : undefined
    if (!definition) throw new RangeError(`No switch is called ${name}`)
    const fits = definition.choices
      ? definition.choices.some((choice) => choice === value)
      : typeof value === typeof definition.initial
    if (!fits) throw new RangeError(`Switch ${name} cannot be ${JSON.stringify(value)}`)
  }
}
