import { byId, el, outsideLink, setText, show } from './dom.js'
import { eventWords } from './event-words.js'
import { eventTime, formatNumber, fullTime, t } from './language.js'
import { subjectWords } from './list.js'
import { readableText } from './readable-text.js'

/** @typedef {import('./api.js').Conversation} Conversation */
/** @typedef {import('./api.js').ConversationDetail} ConversationDetail */
/** @typedef {import('./api.js').TimelineEvent} TimelineEvent */

/** A longer text is folded; a message may have 50 000 characters. */
const foldedAt = 600
/** The style sheet's own limit. */
const belowTheList = '(max-width: 1100px)'
/** This close to the end, a person is following what happens. */
const followPx = 80

/** @param {string} body @param {boolean} dropQuotes */
function textOf(body, dropQuotes) {
  const text = readableText(body, { dropQuotes })
  if (text === '') return [el('p', { class: 'body is-none' }, t('text.none'))]
  if (text.length <= foldedAt) return [el('p', { class: 'body' }, text)]
  // Cut between characters, never inside one.
  const start = `${Array.from(text.slice(0, foldedAt)).slice(0, -1).join('').trimEnd()}…`
  const shown = el('p', { class: 'body', 'data-testid': 'event-body' }, start)
  const more = t('text.more', { n: formatNumber(text.length) })
  const button = el(
    'button',
    { type: 'button', class: 'fold', 'aria-expanded': 'false', 'data-testid': 'event-more' },
    more,
  )
  button.onclick = () => {
    const isOpen = button.getAttribute('aria-expanded') === 'true'
    button.setAttribute('aria-expanded', String(!isOpen))
    setText(shown, isOpen ? start : text)
    setText(button, isOpen ? more : t('text.less'))
  }
  return [shown, button]
}

/** @param {TimelineEvent} event */
function eventItem(event) {
  const { tone, title, who, body, dropQuotes = false, notes } = eventWords(event)
  return el(
    'li',
    { class: 'event', 'data-tone': tone, 'data-testid': 'event', 'data-type': event.type },
    el(
      'p',
      { class: 'event-head' },
      el('span', { class: 'event-title' }, title),
      el('time', { datetime: event.recordedAt, title: fullTime(event.recordedAt) }, eventTime(event.recordedAt)),
    ),
    who ? el('p', { class: 'who' }, who) : null,
    ...(body === undefined ? [] : textOf(body, dropQuotes)),
    ...(notes.length > 0 ? [el('ul', { class: 'notes' }, ...notes.map((note) => el('li', {}, note)))] : []),
  )
}

/**
 * @param {{ conversationUrl: (threadId: string) => string, ticketUrl: (ticketId: number) => string, onClose: () => void }} options
 */
export function createTimeline({ conversationUrl, ticketUrl, onClose }) {
  const panel = byId('panel')
  const title = el('h2', { id: 'panel-title', tabindex: '-1', 'data-testid': 'timeline-title' })
  const close = el('button', { type: 'button', class: 'close', 'data-testid': 'timeline-close' })
  const links = el('p', { class: 'panel-links' })
  const note = el('p', { class: 'panel-note', role: 'status', 'data-testid': 'timeline-note' })
  const events = el('ol', { class: 'events', tabindex: '0', 'data-testid': 'timeline' })
  const hint = el('p', { class: 'panel-hint', id: 'panel-title', 'data-testid': 'timeline-hint' })
  const head = el('div', { class: 'panel-head' }, el('div', { class: 'panel-title' }, title, links), close)
  /** The events shown; a log only ever grows, so only what is new is added. @type {TimelineEvent[]} */
  let shown = []
  close.onclick = () => onClose()

  /** @param {Conversation} row */
  function fillHead(row) {
    setText(title, subjectWords(row.subject))
    title.setAttribute('title', subjectWords(row.subject))
    setText(close, t('panel.close'))
    events.setAttribute('aria-label', t('panel.events'))
    const { threadId, ticketId } = row
    show(
      links,
      outsideLink(
        conversationUrl(threadId),
        { class: 'onward', 'data-testid': 'timeline-empikplace' },
        t('panel.inEmpikplace'),
      ),
      ...(ticketId
        ? [
            outsideLink(
              ticketUrl(ticketId),
              { class: 'onward', 'data-testid': 'timeline-thulium' },
              t('panel.inThulium', { n: ticketId }),
            ),
          ]
        : []),
    )
  }

  return {
    /** Nothing is chosen. */
    rest() {
      shown = []
      setText(hint, t('panel.hint'))
      show(panel, hint)
      panel.classList.remove('is-open')
    },

    /** @param {Conversation} row */
    open(row) {
      shown = []
      events.replaceChildren()
      fillHead(row)
      setText(note, t('panel.loading'))
      panel.replaceChildren(head, note, events)
      panel.classList.add('is-open')
      title.focus({ preventScroll: true })
      const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
      const isBelow = matchMedia(belowTheList).matches
      panel.scrollIntoView({ block: isBelow ? 'start' : 'nearest', behavior: isCalm ? 'auto' : 'smooth' })
    },

    /** @param {ConversationDetail} detail */
    fill(detail) {
      fillHead(detail)
      setText(note, '')
      const isFirst = shown.length === 0
      const isFollowing = events.scrollHeight - events.scrollTop - events.clientHeight < followPx
      const isGrown = shown.every((event, at) => detail.events[at]?.recordedAt === event.recordedAt)
      if (!isGrown) events.replaceChildren()
      const added = detail.events.slice(isGrown ? shown.length : 0).map(eventItem)
      if (!isFirst && isGrown) added.forEach((item) => item.classList.add('is-fresh'))
      events.append(...added)
      shown = detail.events
      if (added.length > 0 && (isFirst || isFollowing)) events.scrollTop = events.scrollHeight
    },

    /** @param {'panel.error' | 'panel.gone'} reason */
    fail(reason) {
      setText(note, t(reason))
    },

    /** Writes everything anew in the language now chosen. @param {ConversationDetail | undefined} detail */
    translate(detail) {
      if (!panel.classList.contains('is-open')) this.rest()
      else if (detail) {
        const top = events.scrollTop
        shown = []
        events.replaceChildren()
        this.fill(detail)
        events.scrollTop = top
      }
    },
  }
}
