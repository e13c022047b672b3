import { createApi, getConfig, HttpError } from './api.js'
import { createConnectionNotice } from './connection.js'
import { createAnswerCheck, stateOf } from './conversation-state.js'
import { byId, el, setAttribute, setText } from './dom.js'
import { showHealth } from './health.js'
import { chooseLanguage, currentLanguage, formatNumber, isTextKey, loadLanguage, t } from './language.js'
import { keepFresh } from './keep-fresh.js'
import { createList, keyOf } from './list.js'
import { createTimeline } from './timeline.js'

/** @typedef {import('./api.js').Conversation} Conversation */

const shownConversations = 50
const configRetryMs = 2000

const connection = createConnectionNotice()

/** Writes the fixed texts of the page in the chosen language. */
function translatePage() {
  document.documentElement.lang = currentLanguage()
  for (const node of document.querySelectorAll('[data-text]')) {
    const key = node.getAttribute('data-text') ?? ''
    if (isTextKey(key)) setText(node, t(key))
  }
  for (const node of document.querySelectorAll('a[data-link]')) {
    const note = node.querySelector('.unseen') ?? node.appendChild(el('span', { class: 'unseen' }))
    setText(note, ` ${t('newTab')}`)
  }
  for (const node of document.querySelectorAll('[data-language]'))
    setAttribute(node, 'aria-pressed', String(node.getAttribute('data-language') === currentLanguage()))
  connection.translate()
}

/** @param {import('./api.js').Config} config */
function startScreen(config) {
  const api = createApi(config.tenantId)
  const empikplace = config.empikplaceUrl.replace(/\/+$/, '')
  // A tenant is one Thulium account, and the sandbox has a panel for each.
  const thulium = `${config.thuliumUrl.replace(/\/+$/, '')}/${encodeURIComponent(config.tenantId)}`
  const writeUrl = `${empikplace}/?new=1`
  document.querySelector('[data-link="new-conversation"]')?.setAttribute('href', writeUrl)
  document.querySelector('[data-link="thulium"]')?.setAttribute('href', `${thulium}/`)

  const ticketUrl = (/** @type {number} */ ticketId) => `${thulium}/tickets/${ticketId}`
  const isAnswered = createAnswerCheck((integrationId, threadId) => api.conversation(integrationId, threadId))
  /** @type {import('./api.js').IntegrationWithStatus[] | undefined} */
  let integrations
  /** @type {import('./list.js').Shown[] | undefined} */
  let shown
  /** @type {Conversation | undefined} */
  let opened
  /** @type {import('./api.js').ConversationDetail | undefined} */
  let detail

  const list = createList({ ticketUrl, onOpen: open, announce: (text) => setText(byId('announcement'), text) })
  const timeline = createTimeline({
    conversationUrl: (threadId) => `${empikplace}/?thread=${encodeURIComponent(threadId)}`,
    ticketUrl,
    onClose: close,
  })

  function present() {
    showHealth(integrations, !connection.isLost())
    if (!shown) return
    list.present(shown, writeUrl)
    const isLimited = shown.length >= shownConversations
    const live = isLimited ? t('list.limited', { n: formatNumber(shown.length) }) : t('list.live')
    setText(byId('list-note'), connection.isLost() ? '' : live)
  }

  async function loadDetail() {
    const wanted = opened
    if (!wanted) return
    try {
      const loaded = await api.conversation(wanted.integrationId, wanted.threadId)
      if (opened !== wanted) return
      detail = loaded
      timeline.fill(loaded)
    } catch (error) {
      if (opened !== wanted) return
      if (error instanceof HttpError && error.status === 404) timeline.fail('panel.gone')
      // What is shown already stays; the notice of the connection says how old it is.
      else if (!detail) timeline.fail('panel.error')
    }
  }

  /** @param {Conversation} row */
  function open(row) {
    if (opened && keyOf(opened) === keyOf(row)) return
    opened = row
    detail = undefined
    list.markOpen(keyOf(row))
    timeline.open(row)
    void loadDetail()
  }

  function close() {
    if (!opened) return
    const key = keyOf(opened)
    opened = undefined
    list.markOpen(undefined)
    timeline.rest()
    list.focus(key)
  }

  async function load() {
    const [loaded, conversations] = await Promise.all([api.integrations(), api.conversations(shownConversations)])
    integrations = loaded
    shown = await Promise.all(conversations.map(async (row) => ({ row, state: stateOf(row, await isAnswered(row)) })))
    // By the last message, not by the last change: a row that gets its ticket must not move.
    shown.sort((a, b) => (b.row.lastMessageAt ?? '').localeCompare(a.row.lastMessageAt ?? ''))
    await loadDetail()
  }

  async function refresh() {
    try {
      await load()
      connection.good({ isShown: true })
    } catch (error) {
      connection.bad(error)
      if (!shown) list.failed()
    }
    present()
  }

  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) close()
  })
  list.loading()
  timeline.rest()
  keepFresh({ refresh, listen: api.changes, isLost: connection.isLost })
  return function translate() {
    timeline.translate(detail)
    if (!shown) list.loading()
    present()
  }
}

/** Nothing can be shown before the page knows its tenant, so it asks until it does. */
async function untilConfigured() {
  for (;;)
    try {
      const config = await getConfig()
      connection.good({ isShown: false })
      return config
    } catch (error) {
      connection.bad(error)
      showHealth(undefined, false)
      await new Promise((resolve) => setTimeout(resolve, configRetryMs))
    }
}

loadLanguage()
translatePage()
showHealth(undefined, true)
document.body.classList.add('is-ready')

/** @type {(() => void) | undefined} */
let translateScreen
for (const button of document.querySelectorAll('[data-language]'))
  button.addEventListener('click', () => {
    if (!chooseLanguage(button.getAttribute('data-language') ?? undefined)) return
    translatePage()
    translateScreen?.()
  })
translateScreen = startScreen(await untilConfigured())
