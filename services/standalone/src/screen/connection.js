import { HttpError } from './api.js'
import { byId, setText } from './dom.js'
import { clockTime, t } from './language.js'

const backForMs = 3000

/** Says when the process cannot be reached, and how old what is shown is. It floats: nothing moves when it comes or goes. */
export function createConnectionNotice() {
  const place = byId('connection')
  /** @type {number | undefined} */
  let lastGoodAt
  /** @type {unknown} */
  let problem
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let hiding

  /** @param {'lost' | 'back' | ''} state @param {string} text */
  function show(state, text) {
    clearTimeout(hiding)
    place.dataset['state'] = state
    if (text !== '') setText(place, text)
  }

  function showProblem() {
    const what = problem instanceof HttpError ? t('connection.http', { status: problem.status }) : t('connection.lost')
    const since = lastGoodAt === undefined ? '' : ` ${t('connection.asOf', { time: clockTime(lastGoodAt) })}`
    show('lost', what + since)
  }

  return {
    isLost: () => problem !== undefined,
    /** @param {{ isShown: boolean }} data whether it brought what the page shows */
    good({ isShown }) {
      if (isShown) lastGoodAt = Date.now()
      if (problem === undefined) return
      problem = undefined
      show('back', t('connection.back'))
      hiding = setTimeout(() => show('', ''), backForMs)
    },
    /** @param {unknown} error */
    bad(error) {
      problem = error
      showProblem()
    },
    translate() {
      if (problem !== undefined) showProblem()
    },
  }
}
