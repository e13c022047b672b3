import { byId, el, setAttribute, setText, show } from './dom.js'
import { count, currentLanguage, formatNumber, fullTime, isTextKey, relativeTime, t, tOr } from './language.js'

/** @typedef {import('./api.js').IntegrationWithStatus} IntegrationWithStatus */
/** @typedef {import('./api.js').Side} Side */
/** @typedef {import('./api.js').Status} Status */

/** Worst first: the header shows the worst of all integrations. */
const levels = ['credentials-rejected', 'failing', 'stopped', 'late', 'rebuilding', 'ok']

/** @param {string | null | undefined} instant */
const when = (instant) =>
  instant ? el('time', { datetime: instant, title: fullTime(instant) }, relativeTime(instant)) : null

/** @param {string} label @param {Node | string | null} value @param {string} note @param {string} [tone] */
const fact = (label, value, note, tone) =>
  el(
    'div',
    { class: 'fact', 'data-tone': tone },
    el('dt', {}, label),
    el('dd', { class: 'value' }, value),
    el('dd', { class: 'note' }, note),
  )

/** @param {unknown} failure */
function failureWords(failure) {
  const name = typeof failure === 'object' && failure !== null && 'class' in failure ? failure.class : failure
  const key = `failure.${String(name)}`
  return isTextKey(key) ? t(key) : ''
}

/** @param {'empikplace' | 'thulium'} name @param {Side | null | undefined} side */
function sideFact(name, side) {
  const last = when(side?.lastSuccessAt) ?? t('side.never')
  if (side && side.failures > 0) {
    const why = [count('failures', side.failures), failureWords(side.lastFailure)].filter((part) => part !== '')
    return fact(t(`side.${name}`), last, why.join(' – '), 'bad')
  }
  const next = side?.nextPollAt ?? undefined
  const isSoon = next === undefined || Date.parse(next) - Date.now() < 10_000
  return fact(t(`side.${name}`), last, isSoon ? t('side.due') : t('side.next', { when: relativeTime(next) }))
}

/** @param {Status['effects']} effects */
function waitingFact({ waiting, uncertain, oldestWaitingAt }) {
  const notes = [
    waiting > 0 && oldestWaitingAt ? t('effects.since', { when: relativeTime(oldestWaitingAt) }) : '',
    uncertain > 0 ? t('effects.uncertain', { n: formatNumber(uncertain) }) : '',
  ].filter((note) => note !== '')
  return fact(
    t('effects.waiting'),
    formatNumber(waiting),
    notes.join(' · ') || (waiting === 0 ? t('effects.none') : ''),
    uncertain > 0 ? 'late' : undefined,
  )
}

/** @param {IntegrationWithStatus} item */
function card({ integration, status }) {
  const { health, sides, effects } = status
  return el(
    'article',
    { class: 'integration', 'data-testid': 'integration', 'data-integration': integration.integrationId },
    el(
      'div',
      { class: 'integration-head' },
      el(
        'h3',
        {},
        el('span', { class: 'name' }, integration.name),
        el('small', {}, t('integration.shop', { shop: integration.shopId })),
      ),
      el(
        'p',
        { class: 'reason', 'data-level': health.level, 'data-testid': 'health-reason' },
        el('strong', {}, tOr(`level.${health.level}`, 'level.unknown')),
        el('span', {}, health.reason[currentLanguage()]),
      ),
      el(
        'p',
        { class: 'totals', 'data-testid': 'totals' },
        el('span', {}, count('conversations', status.conversations)),
        el('span', { class: 'joint', 'aria-hidden': 'true' }, '→'),
        el('span', {}, count('tickets', status.tickets)),
        el('span', { class: 'joint', 'aria-hidden': 'true' }, '→'),
        el('span', {}, count('replies', status.repliesSent)),
      ),
    ),
    el(
      'dl',
      { class: 'facts' },
      sideFact('empikplace', sides.empikplace),
      sideFact('thulium', sides.thulium),
      waitingFact(effects),
      fact(
        t('effects.parked'),
        formatNumber(effects.parked),
        t(effects.parked > 0 ? 'effects.parkedSome' : 'effects.parkedNone'),
        effects.parked > 0 ? 'bad' : undefined,
      ),
    ),
  )
}

/** Stands where the integration will be, at its size, so that nothing moves when it comes. */
function placeholder() {
  const nothing = card({
    integration: { integrationId: '', name: '…', shopId: '', status: '' },
    status: {
      status: '',
      health: { level: 'loading', reason: { pl: '…', en: '…' } },
      sides: {},
      effects: { waiting: 0, uncertain: 0, parked: 0 },
      conversations: 0,
      tickets: 0,
      repliesPending: 0,
      repliesSent: 0,
    },
  })
  const place = el('div', { class: 'integration-placeholder skeleton', 'aria-hidden': 'true' }, nothing)
  // Nobody must take it for an integration.
  for (const node of place.querySelectorAll('[data-testid]')) node.removeAttribute('data-testid')
  return place
}

const none = () =>
  el(
    'div',
    { class: 'integration is-empty', 'data-testid': 'integrations-none' },
    el('strong', {}, t('integrations.none')),
    el('span', {}, t('integrations.noneMore')),
  )

/** @param {IntegrationWithStatus[] | undefined} items undefined while loading @param {boolean} isOnline */
export function showHealth(items, isOnline) {
  const place = byId('integrations')
  show(place, ...(items ? (items.length > 0 ? items.map(card) : [none()]) : [placeholder()]))
  place.classList.toggle('is-stale', !isOnline)

  const present = new Set(items?.map(({ status }) => status.health.level))
  const [first = 'unknown'] = present
  const worst = levels.find((level) => present.has(level)) ?? first
  // What was last known says nothing about now.
  const level = !isOnline ? 'offline' : !items ? 'loading' : items.length === 0 ? 'none' : worst
  const text = byId('chip-text')
  setText(text, tOr(`level.${level}`, 'level.unknown'))
  const chip = text.parentElement
  if (chip) setAttribute(chip, 'data-level', level)
}
