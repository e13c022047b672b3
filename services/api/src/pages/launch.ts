import type { Scope } from '../authentication/scopes.ts'
import { html } from './html.ts'
import type { Language, Page, Words } from './page.ts'

const texts = {
  pl: {
    title: 'Otwórz konsolę',
    account: 'Konto Thulium',
    may: 'Wolno',
    scopes: {
      'status:read': 'oglądać stan',
      'conversations:read': 'czytać konwersacje',
      'audit:read': 'oglądać, kto co zrobił',
      operate: 'uruchamiać, zatrzymywać i ponawiać',
      config: 'zmieniać ustawienia',
      admin: 'wszystko w tym koncie, także wydawać klucze dostępu',
      operator: 'wszystko w każdym koncie',
    },
    explain: 'Ten link działa raz. Zaloguje tę kartę przeglądarki na 10 minut.',
    button: 'Otwórz',
    away: 'Nie udało się. Spróbuj ponownie za chwilę.',
    unusable: 'Ten link już nie działa: został użyty, wygasł albo został cofnięty. Otwórz nowy w Thulium.',
    noScript: 'Do otwarcia konsoli potrzebny jest JavaScript.',
  },
  en: {
    title: 'Open the console',
    account: 'Thulium account',
    may: 'Allowed',
    scopes: {
      'status:read': 'to see the status',
      'conversations:read': 'to read the conversations',
      'audit:read': 'to see who did what',
      operate: 'to start, stop and retry',
      config: 'to change the settings',
      admin: 'everything in this account, access keys too',
      operator: 'everything in every account',
    },
    explain: 'This link works once. It signs this tab of the browser in for 10 minutes.',
    button: 'Open',
    away: 'That did not work. Try again in a moment.',
    unusable: 'This link does not work any more: it was used, has expired or was revoked. Open a new one in Thulium.',
    noScript: 'Opening the console needs JavaScript.',
  },
} as const

/**
 * Under this name the console finds the answer to `POST /launch/:token`. It takes it out before anything else, so that it
 * lies there only while one page gives way to the next.
 */
const sessionName = 'connector.session'

const script = `
const section = (id) => document.getElementById(id)
const button = document.querySelector('button')
const show = (id) => {
  for (const one of ['away', 'unusable']) section(one).hidden = one !== id
  if (id !== 'away') section('offer').hidden = true
  button.disabled = false
}
button.addEventListener('click', async () => {
  button.disabled = true
  try {
    const answer = await fetch(location.pathname, { method: 'POST' })
    if (answer.status === 410) return show('unusable')
    if (!answer.ok) return show('away')
    sessionStorage.setItem('${sessionName}', await answer.text())
    location.replace('/')
  } catch {
    show('away')
  }
})
`

export interface LaunchView {
  tenantId: string
  scopes: readonly Scope[]
}

function words({ tenantId, scopes }: LaunchView, language: Language): Words {
  const says = texts[language]
  return {
    title: says.title,
    text: html`<div id="offer">
        <dl>
          <dt>${says.account}</dt>
          <dd>${tenantId}</dd>
          <dt>${says.may}</dt>
          <dd>${scopes.map((scope) => says.scopes[scope]).join(', ')}</dd>
        </dl>
        <p>${says.explain}</p>
        <button type="button">${says.button}</button>
        <noscript><p>${says.noScript}</p></noscript>
      </div>
      <p id="away" role="alert" hidden>${says.away}</p>
      <p id="unusable" role="alert" hidden>${says.unusable}</p>`,
  }
}

/** The page behind a launch link. Looking at it uses nothing up: mail scanners and previews follow links. */
export const launchPage = (view: LaunchView): Page => ({
  status: 200,
  pl: words(view, 'pl'),
  en: words(view, 'en'),
  script,
})

export const launchUnusable: Page = {
  status: 410,
  pl: { title: 'Ten link już nie działa', text: 'Został użyty albo wygasł. Otwórz nowy w Thulium.' },
  en: { title: 'This link does not work any more', text: 'It was used or has expired. Open a new one in Thulium.' },
}

export const launchBroken: Page = {
  status: 404,
  pl: { title: 'Ten link nie działa', text: 'Jest niepełny albo zmieniony. Otwórz go jeszcze raz, w całości.' },
  en: { title: 'This link does not work', text: 'It is incomplete or was changed. Open it once more, as a whole.' },
}
