import { currentLanguage, formatNumber, t, tOr } from './language.js'

/** @typedef {import('./api.js').TimelineEvent} TimelineEvent */

/**
 * @typedef {object} EventWords
 * @property {'buyer' | 'shop' | 'operator' | 'step' | 'good' | 'bad'} tone whose words these are, or what the event means
 * @property {string} title
 * @property {string} [who]
 * @property {string} [body] what a person wrote
 * @property {boolean} [dropQuotes]
 * @property {string[]} notes
 */

/** @param {unknown} value */
const words = (value) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isRecord = (value) => typeof value === 'object' && value !== null

/** @param {unknown} value @returns {unknown[]} */
const listOf = (value) => (Array.isArray(value) ? value : [])

/** @param {unknown} value */
const records = (value) => listOf(value).filter(isRecord)

/** @param {unknown} amount @param {unknown} currency */
function money(amount, currency) {
  if (typeof amount !== 'number') return ''
  const code = words(currency)
  // A currency the browser does not know would throw.
  return /^[A-Z]{3}$/.test(code)
    ? new Intl.NumberFormat(currentLanguage(), { style: 'currency', currency: code }).format(amount)
    : formatNumber(amount)
}

/** @param {unknown} bytes */
function size(bytes) {
  if (typeof bytes !== 'number') return ''
  return bytes >= 1_048_576
    ? `, ${formatNumber(Number((bytes / 1_048_576).toFixed(1)))} MB`
    : `, ${Math.max(1, Math.round(bytes / 1024))} kB`
}

/** Within a sentence; for a write that has no title, the kind, which is the first two words of its key. @param {TimelineEvent} event */
function effectWords({ about, data }) {
  if (about === null) return words(data['effectKey']).split(':').slice(0, 2).join(':')
  const title = about[currentLanguage()]
  return title.charAt(0).toLowerCase() + title.slice(1)
}

/** @param {Record<string, unknown>} data @returns {EventWords} */
function message(data) {
  const author = words(data['author'])
  const tones = /** @type {const} */ ({ customer: 'buyer', seller: 'shop', operator: 'operator' })
  return {
    tone: author === 'customer' || author === 'seller' ? tones[author] : tones.operator,
    title: tOr(`event.message.${author}`, 'event.message.unknown'),
    who: words(data['authorName']),
    body: words(data['body']),
    notes: records(data['attachments']).map((file) => `📎 ${words(file['name'])}${size(file['size'])}`),
  }
}

/** @param {Record<string, unknown>} data @returns {EventWords} */
function order(data) {
  const total = money(data['total'], data['currency'])
  return {
    tone: 'step',
    title: t('event.order', { order: words(data['orderId']) }),
    notes: [
      ...records(data['lines']).map((line) => `${words(line['quantity'])} × ${words(line['title'])}`),
      ...(total === '' ? [] : [t('event.orderTotal', { total })]),
    ],
  }
}

/** @param {Record<string, unknown>} data @returns {EventWords} */
function customer(data) {
  const n = words(data['thuliumCustomerId'])
  const found = data['found']
  const hits = Number(data['hits'])
  return {
    tone: 'step',
    title: t(
      found === 'created'
        ? 'event.customer.created'
        : found === 'adopted'
          ? 'event.customer.adopted'
          : 'event.customer.existing',
      { n },
    ),
    notes: hits > 1 ? [t('event.customer.hits', { hits: formatNumber(hits) })] : [],
  }
}

/** @param {Record<string, unknown>} data @returns {EventWords} */
const reply = (data) => ({
  tone: 'shop',
  title: t('event.reply'),
  who: words(data['agentLogin']),
  body: words(data['body']),
  // It repeats what was said before; the buyer does not get that part.
  dropQuotes: true,
  notes: listOf(data['attachmentNames']).map((name) => `📎 ${words(name)}`),
})

/** @param {Record<string, unknown>} data @returns {EventWords} */
function routed(data) {
  const rule = isRecord(data['rule']) ? words(data['rule']['name']) : ''
  return plain('step', rule === '' ? t('event.routed.none') : t('event.routed.rule', { name: rule }), [
    listOf(data['tags']).map(words).join(', '),
  ])
}

/** @param {Record<string, unknown>} data @returns {EventWords} */
const autoReply = (data) => ({
  tone: 'shop',
  title: t('event.auto.requested', { name: words(data['name']) }),
  body: words(data['text']),
  notes: [],
})

/** @param {TimelineEvent} event @returns {EventWords} */
function file({ data, readers }) {
  const name = words(data['name'])
  if (data['direction'] === 'to-empikplace')
    return plain('good', tOr(`event.file.${words(readers)}`, 'event.file.sent', { name }))
  return plain('step', t(data['as'] === 'link' ? 'event.file.link' : 'event.file.ticket', { name }))
}

/** @param {EventWords['tone']} tone @param {string} title @param {string[]} [notes] @returns {EventWords} */
const plain = (tone, title, notes = []) => ({ tone, title, notes: notes.filter((note) => note !== '') })

/** What happened, in words for people. @param {TimelineEvent} event @returns {EventWords} */
export function eventWords(event) {
  const { type, data } = event
  const n = words(data['ticketId'])
  // `adopted` and `observed`: found done when looked up, or seen in a look at the other side.
  const isDone = data['how'] === 'done'
  const what = effectWords(event)
  switch (type) {
    case 'MessageReceived':
      return message(data)
    case 'OrderRecorded':
      return order(data)
    case 'CustomerLinked':
      return customer(data)
    case 'CustomerNamed':
      return plain('step', t(data['named'] === true ? 'event.customer.named' : 'event.customer.kept'))
    case 'CustomerLeftOutside':
      return data['refused'] === undefined
        ? plain('step', t('event.customer.outside'))
        : plain('bad', t('event.customer.refused'), [words(data['refused'])])
    case 'CustomerAdditionRequested':
      return plain('step', t('event.customer.addition'))
    case 'TicketUpdated':
      return plain('step', t('event.ticket.updated'), [listOf(data['fields']).map(words).join(', ')])
    case 'TicketCreated':
      return plain('good', t(isDone ? 'event.ticket.done' : 'event.ticket.found', { n }))
    case 'MessageMirrored':
      return plain('step', t(isDone ? 'event.mirrored.done' : 'event.mirrored.found', { n }))
    case 'ReplyRequested':
      return reply(data)
    case 'ReplySent':
      return plain(
        'good',
        tOr(`event.sent.${words(event.readers)}`, 'event.sent.done'),
        isDone ? [] : [t('event.sent.found')],
      )
    case 'ReplyCorrected':
      return plain('step', t('event.corrected'), [words(data['text'])])
    case 'ReplyRefused':
      return plain('bad', tOr(`event.refused.${words(data['reason'])}`, 'event.refused.too-short'))
    case 'TicketLost':
      return plain('bad', t(data['reason'] === 'merged' ? 'event.ticket.merged' : 'event.ticket.deleted', { n }), [
        data['mergedInto'] === undefined ? '' : t('event.ticket.follows', { n: words(data['mergedInto']) }),
      ])
    case 'TicketReopenRequested':
      return plain('step', t('event.ticket.closed', { n }))
    case 'TicketReopened':
      return plain('good', t(isDone ? 'event.ticket.opened' : 'event.ticket.wasOpen', { n }))
    case 'ReplyClockChanged':
      return plain('step', t(data['shopReplyNeededSince'] === null ? 'event.clock.stopped' : 'event.clock.runs'))
    case 'ConversationRouted':
      return routed(data)
    case 'AutoReplyRequested':
      return autoReply(data)
    case 'AutoReplySent':
      return plain('good', t(isDone ? 'event.auto.sent' : 'event.auto.found'))
    case 'AutoReplySkipped':
      return plain('step', tOr(`event.auto.${words(data['reason'])}`, 'event.auto.too-late'))
    case 'AttachmentRelayed':
      return file(event)
    case 'AttachmentUnavailable':
      return plain('bad', t('event.file.unavailable', { name: words(data['name']) }), [
        tOr(`event.file.${words(data['reason'])}`, 'event.file.refused'),
      ])
    case 'CommentAdded':
      return plain('step', t('event.comment', { n }))
    case 'EffectParked':
      return plain('bad', t('event.parked', { what }), [
        words(data['message']),
        t('event.parkedTries', { n: words(data['attempts']) }),
      ])
    case 'EffectResolved':
      return plain('step', t(data['resolution'] === 'retry' ? 'event.retry' : 'event.dismiss', { what }))
    default:
      return plain('step', t('event.other', { type }))
  }
}
