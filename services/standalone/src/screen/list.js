import { byId, el, outsideLink, setAttribute, setRelativeTime, setText, show } from './dom.js'
import { count, formatNumber, t } from './language.js'

/** @typedef {import('./api.js').Conversation} Conversation */
/** @typedef {import('./conversation-state.js').stateOf} stateOf */
/** @typedef {{ row: Conversation, state: ReturnType<stateOf> }} Shown */

/** How long a change stays marked; the same as the animation in the style sheet. */
const freshMs = 4000
const placeholderRows = 3

/** @param {Conversation} row */
export const keyOf = (row) => `${row.integrationId}/${row.threadId}`

/** Topics of the kind "reason code" are bare numbers. @param {string} subject */
export const subjectWords = (subject) =>
  subject.trim() === ''
    ? t('row.noSubject')
    : /^\d{1,6}$/.test(subject)
      ? t('row.reasonCode', { code: subject })
      : subject

/** @param {Shown['state']['name']} name */
const stateWords = (name) => t(`state.${name}`)

function createRow() {
  const open = el('button', {
    type: 'button',
    class: 'row-open',
    'data-testid': 'conversation-open',
    'aria-controls': 'panel',
  })
  const buyer = el('span', { class: 'buyer', 'data-testid': 'conversation-buyer' })
  const order = el('span', { class: 'order', 'data-testid': 'conversation-order' })
  const messages = el('span', { class: 'messages', 'data-testid': 'conversation-messages' })
  const ticket = el('span', { class: 'ticket', 'data-testid': 'conversation-ticket' })
  const stateText = el('span', { 'data-testid': 'conversation-state' })
  const waiting = el('small', { class: 'queued' })
  const track = el('span', { class: 'track', 'aria-hidden': 'true' }, el('i'), el('i'), el('i'), el('i'))
  const state = el('span', { class: 'state' }, track, el('span', { class: 'state-words' }, stateText, waiting))
  const time = el('time', { class: 'changed' })
  const about = el('span', { class: 'about' }, buyer, order, messages)
  const item = el(
    'li',
    { class: 'row', 'data-testid': 'conversation' },
    el('div', { class: 'conversation' }, open, about),
    ticket,
    state,
    time,
  )
  return { item, open, buyer, order, messages, ticket, state, stateText, waiting, time, signature: '', stage: '' }
}

/**
 * @param {{ ticketUrl: (ticketId: number) => string, onOpen: (row: Conversation) => void, announce: (text: string) => void }} options
 */
export function createList({ ticketUrl, onOpen, announce }) {
  const place = byId('rows')
  const message = byId('list-message')
  /** @type {Map<string, ReturnType<typeof createRow>>} */
  const rows = new Map()
  /** @type {string | undefined} */
  let openKey
  let isFirst = true

  /** @param {ReturnType<typeof createRow>} parts @param {Shown} shown */
  function fill(parts, { row, state }) {
    setText(parts.open, subjectWords(row.subject))
    setText(parts.buyer, row.customerName ?? row.customerId ?? t('row.noName'))
    setText(parts.order, row.orderId ? t('row.order', { order: row.orderId }) : t('row.noOrder'))
    setText(parts.messages, count('messages', row.messageCount))
    const { ticketId } = row
    const ticket = ticketId
      ? outsideLink(
          ticketUrl(ticketId),
          { 'data-testid': 'ticket-link', 'aria-label': `${t('row.ticket', { n: ticketId })} ${t('newTab')}` },
          `#${ticketId}`,
        )
      : el('span', {}, el('span', { 'aria-hidden': 'true' }, '–'), el('span', { class: 'unseen' }, t('row.noTicket')))
    show(parts.ticket, ticket)
    setText(parts.stateText, stateWords(state.name))
    setText(parts.waiting, row.waitingEffects > 0 ? t('row.waiting', { n: formatNumber(row.waitingEffects) }) : '')
    setAttribute(parts.state, 'data-stage', String(state.stage))
    setAttribute(parts.item, 'data-state', state.name)
    setAttribute(parts.item, 'data-thread', row.threadId)
    setRelativeTime(parts.time, row.changedAt)
    parts.open.onclick = () => onOpen(row)
  }

  /** @param {HTMLElement} item */
  function highlight(item) {
    item.classList.remove('is-fresh')
    // Reading the size makes the animation start over when a row changes twice in a row.
    item.getBoundingClientRect()
    item.classList.add('is-fresh')
    setTimeout(() => item.classList.remove('is-fresh'), freshMs)
  }

  /** @param {Shown} shown */
  function update(shown) {
    const key = keyOf(shown.row)
    const known = rows.get(key)
    const parts = known ?? createRow()
    rows.set(key, parts)
    fill(parts, shown)
    const { row, state } = shown
    const signature = [row.changedAt, row.messageCount, row.ticketId, state.name].join()
    if (parts.signature !== signature && !isFirst) {
      highlight(parts.item)
      const subject = subjectWords(row.subject)
      if (!known) announce(t('announce.new', { subject }))
      else if (parts.stage !== state.name) announce(t('announce.changed', { subject, state: stateWords(state.name) }))
    }
    parts.signature = signature
    parts.stage = state.name
    setAttribute(parts.item, 'aria-current', key === openKey ? 'true' : undefined)
    return parts.item
  }

  /** @param {HTMLElement[]} items */
  function arrange(items) {
    const focused = document.activeElement
    items.forEach((item, at) => {
      if (place.children[at] !== item) place.insertBefore(item, place.children[at] ?? null)
    })
    // Moving an element takes the focus from it.
    if (focused instanceof HTMLElement && focused !== document.activeElement && place.contains(focused))
      focused.focus({ preventScroll: true })
  }

  return {
    loading() {
      place.replaceChildren(
        ...Array.from({ length: placeholderRows }, () =>
          el('li', { class: 'row is-placeholder', 'aria-hidden': 'true' }, el('span', { class: 'skeleton' })),
        ),
      )
      show(message, el('p', { class: 'unseen', role: 'status' }, t('list.loading')))
    },

    /** Only before anything was shown: later the last known rows stay, and the page says how old they are. */
    failed() {
      place.replaceChildren()
      show(message, el('div', { class: 'empty', 'data-testid': 'list-error' }, el('strong', {}, t('list.error'))))
    },

    /** @param {Shown[]} shown @param {string} writeUrl where the first conversation is begun */
    present(shown, writeUrl) {
      place.querySelectorAll('.is-placeholder').forEach((node) => node.remove())
      const items = shown.map(update)
      for (const [key, { item }] of rows)
        if (!items.includes(item)) {
          item.remove()
          rows.delete(key)
        }
      arrange(items)
      isFirst = false
      if (items.length > 0) show(message)
      else
        show(
          message,
          el(
            'div',
            { class: 'empty', 'data-testid': 'list-empty' },
            el('strong', {}, t('list.empty')),
            el('p', {}, t('list.emptyMore')),
            outsideLink(writeUrl, { class: 'onward' }, t('try.write.link')),
          ),
        )
    },

    /** @param {string | undefined} key */
    markOpen(key) {
      openKey = key
      for (const [rowKey, { item }] of rows) setAttribute(item, 'aria-current', rowKey === key ? 'true' : undefined)
    },

    /** @param {string} key */
    focus(key) {
      rows.get(key)?.open.focus()
    },
  }
}
