import { plurals, strings } from './strings.js'

/** @typedef {import('./strings.js').TextKey} TextKey */
/** @typedef {keyof typeof strings} Language */

const storageKey = 'screen-language'

/** @type {Language} */
let language = 'pl'

/** @param {string | null | undefined} value @returns {value is Language} */
const isLanguage = (value) => value === 'pl' || value === 'en'

export const currentLanguage = () => language

/** @param {string} key @returns {key is TextKey} */
export const isTextKey = (key) => Object.hasOwn(strings.pl, key)

/** @param {string} text @param {Record<string, string | number>} values */
const fill = (text, values) =>
  text.replace(/\{(\w+)\}/g, (whole, /** @type {string} */ name) => String(values[name] ?? whole))

/** @param {TextKey} key @param {Record<string, string | number>} [values] */
export const t = (key, values = {}) => fill(strings[language][key], values)

/** A text whose key is put together from data; `otherwise` when there is none. @param {string} key @param {TextKey} otherwise @param {Record<string, string | number>} [values] */
export const tOr = (key, otherwise, values = {}) => t(isTextKey(key) ? key : otherwise, values)

/** @param {import('./strings.js').PluralKey} key @param {number} n */
export function count(key, n) {
  const forms = plurals[language][key]
  return fill(forms[new Intl.PluralRules(language).select(n)] ?? forms.other, { n: formatNumber(n) })
}

/** @param {number} n */
export const formatNumber = (n) => new Intl.NumberFormat(language).format(n)

/** A browser may refuse storage altogether (private windows, policies); the choice then lasts until the page is closed. */
export function loadLanguage() {
  try {
    const stored = localStorage.getItem(storageKey)
    if (isLanguage(stored)) language = stored
  } catch {
    language = 'pl'
  }
}

/** @param {string | undefined} value @returns {boolean} whether the language changed */
export function chooseLanguage(value) {
  if (!isLanguage(value) || value === language) return false
  language = value
  try {
    localStorage.setItem(storageKey, value)
  } catch {
    return true
  }
  return true
}

const steps = /** @type {const} */ ([
  [60, 1, 'second'],
  [3600, 60, 'minute'],
  [86_400, 3600, 'hour'],
  [Infinity, 86_400, 'day'],
])

/** `3 min temu`; seconds go by tens, so that a figure does not flicker every second. @param {string} instant */
export function relativeTime(instant) {
  const seconds = (Date.parse(instant) - Date.now()) / 1000
  const size = Math.abs(seconds)
  if (size < 10) return t('time.now')
  const [, divisor, unit] = steps.find(([below]) => size < below) ?? steps[3]
  const amount = unit === 'second' ? Math.round(seconds / 10) * 10 : Math.round(seconds / divisor)
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' }).format(amount, unit)
}

/** @param {string | number} instant */
export const clockTime = (instant) =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'pl', { timeStyle: 'medium' }).format(new Date(instant))

/** Day and time. @param {string} instant */
export const fullTime = (instant) =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'pl', { dateStyle: 'medium', timeStyle: 'medium' }).format(
    new Date(instant),
  )

/** Only the time for today, the day too for any other. @param {string} instant */
export const eventTime = (instant) =>
  new Date(instant).toDateString() === new Date().toDateString() ? clockTime(instant) : fullTime(instant)
