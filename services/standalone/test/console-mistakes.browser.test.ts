import { empikPlaceDemo } from '@connector/sandbox'
import type { Page } from 'playwright-core'
import t from 'tap'
import { barriers, launchBrowser, newWindow, noBrowser, scrollsSideways, tabTo } from './support/console-browser.ts'
import { createStandaloneHome } from './support/standalone-process.ts'

t.setTimeout(300_000)

/** The switch stands at the foot and, where there is no room, above: either is clicked without moving the mouse. */
async function speak(page: Page, language: string): Promise<void> {
  await page.evaluate(`document.querySelector('[data-testid=language]').click()`)
  await page.locator(`html[lang=${language}]`).waitFor()
}

/** How far the messages are from their end, once what was measured anew is drawn. */
const beforeEnd = (page: Page): Promise<number> =>
  page.evaluate<number>(`(async () => {
    await new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))
    const box = document.querySelector('.talk-messages')
    return Math.round(box.scrollHeight - box.scrollTop - box.clientHeight)
  })()`)

const focused = (page: Page): Promise<string> =>
  page.evaluate<string>(`document.activeElement.tagName + ' ' + document.activeElement.textContent.slice(0, 40)`)

// Each step begins where the one before has ended.
t.test('mistakes in the console, and what is said of them', { skip: noBrowser }, async (t) => {
  const home = await createStandaloneHome()
  const browser = await launchBrowser()
  t.teardown(async () => {
    await browser.close()
    await home.dispose()
  })
  await home.start().ready
  const { api } = home.url
  const context = await newWindow(browser, { viewport: { width: 1280, height: 900 } })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const post = async (url: string, body: object): Promise<void> => {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
    t.ok(answer.ok, url)
  }
  const buyerWrites = (value: string, text: string): Promise<void> =>
    post(`${home.url.empikplace}/__sandbox/buyer-writes`, {
      shopId: empikPlaceDemo.shopId,
      orderId: '81002233445-A',
      topic: /^\d+$/.test(value) ? { type: 'REASON_CODE', value } : { type: 'FREE_TEXT', value },
      text,
    })
  const refused = page.getByTestId('not-stored')

  await t.test('a password that Thulium refuses is called so, and not a missing one', async (t) => {
    await page.goto(`${api}/ustawienia?karta=thulium`)
    const password = page.getByLabel('Hasło użytkownika API')
    await password.fill('inne-haslo')
    await page.getByRole('button', { name: 'Zapisz' }).click()
    await refused.getByText('Thulium odrzuca użytkownika API', { exact: false }).waitFor()
    const said = await page.getByRole('main').innerText()
    t.notMatch(said, /errors|Uzupełnij to pole/, 'nothing for programs, and nothing that is not so')
    t.match(said, /Nic nie zmieniono/)
    await password.fill('demo-haslo-api')
    await page.getByRole('button', { name: 'Zapisz' }).click()
    const toast = page.getByText('Zapisano połączenie z Thulium')
    await toast.waitFor()
    await toast.hover()
    await speak(page, 'en')
    await page.getByText('The connection with Thulium was saved').waitFor()
    await speak(page, 'pl')
  })

  await t.test('a new key that EmpikPlace refuses is told by what is wrong with it', async (t) => {
    await page.goto(`${api}/integracje`)
    await page.getByRole('link', { name: 'Ustawienia integracji' }).click()
    await page.getByRole('link', { name: 'Połączenie', exact: true }).click()
    await page.getByLabel('Nowy klucz API').fill('00000000-0000-4000-8000-0000000badkey')
    await page.getByRole('button', { name: 'Uwierzytelnij aplikację Thulium' }).click()
    await refused.getByText('EmpikPlace odrzuca klucz API', { exact: false }).waitFor()
    t.match(await refused.innerText(), /Poprzedni pozostaje w użyciu/)
    t.notMatch(await page.getByRole('main').innerText(), /Nie udało się wczytać/)
    t.strictSame(await barriers(page), [])
  })

  await t.test('an address of alerts is judged in the language of the page', async () => {
    await page.goto(`${api}/ustawienia?karta=alerts`)
    await page.getByLabel('Nazwa', { exact: true }).fill('Dyżur')
    await page.getByLabel('Adres (https)').fill('to nie adres')
    await page.getByRole('button', { name: 'Dodaj odbiorcę' }).click()
    await page.getByText('Tam nikogo nie można powiadomić', { exact: false }).waitFor()
  })

  await t.test('an address without a conversation says so beside the list', async (t) => {
    await page.goto(`${api}/zgloszenia/nie/ma`)
    const alert = page.getByRole('alert').filter({ hasText: 'Pod tym adresem nic nie ma' })
    await alert.waitFor()
    // The list stands to its left, not above it.
    const list = await page.locator('.inbox-list').boundingBox()
    const box = await page.locator('.talk-none').boundingBox()
    t.ok(list && box && box.x >= list.x + list.width && box.y === list.y, JSON.stringify({ list, box }))
  })

  await t.test('a topic that is a code has its name, and the newest message is in sight', async (t) => {
    await buyerWrites('28', `${'Opis usterki.\n'.repeat(40)}Czy mogę zwrócić?`)
    await page.getByTestId('conversation').filter({ hasText: 'Zwrot towaru' }).click()
    await page.getByText('Do tego, kto pisał ostatni', { exact: false }).waitFor()
    await page.getByText('Czy mogę zwrócić?').last().waitFor()
    t.equal(await beforeEnd(page), 0)
    await page.setViewportSize({ width: 1280, height: 600 })
    t.equal(await beforeEnd(page), 0, 'in a window that became lower')
    await page.setViewportSize({ width: 390, height: 700 })
    await page.reload()
    await page.getByText('Do tego, kto pisał ostatni', { exact: false }).waitFor()
    t.equal(await beforeEnd(page), 0, 'on a telephone too')
  })

  await t.test('with warnings and files the button is in sight, and refusals change their language', async (t) => {
    await page
      .getByTestId('answer-text')
      .fill('Tel. 600 700 800, a@sklep.pl, https://sklep.pl, {{imie}} i 81009999999-A')
    await page.getByText('W tekście jest numer telefonu.').waitFor()
    await page.getByTestId('answer-file').setInputFiles([
      { name: 'program.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') },
      { name: 'pusty.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) },
    ])
    await page.getByText(/EmpikPlace nie przyjmuje takich plików: program\.exe\. Przyjmuje: .*pdf/).waitFor()
    const send = await page.getByTestId('send').boundingBox()
    const places = await page.getByRole('navigation').boundingBox()
    t.ok(send && places && send.y + send.height <= places.y, JSON.stringify({ send, places }))
    t.notOk(await scrollsSideways(page))
    await speak(page, 'en')
    await page.getByText('EmpikPlace takes no such files: program.exe', { exact: false }).waitFor()
    t.equal(await page.getByText('jest pusty', { exact: false }).count(), 0)
    await speak(page, 'pl')
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  await t.test('by keyboard: what was decided on leaves the focus on the page', async (t) => {
    const refusal = { kind: 'status', status: 400 }
    await post(`${home.url.thulium}/__sandbox/faults`, { operation: 'POST tickets', times: null, fault: refusal })
    await buyerWrites('Bez zgłoszenia', 'Gdzie jest moja paczka?')
    await page.goto(`${api}/problemy`)
    await page.getByText('Nie utworzono zgłoszenia (1)').waitFor()
    await page.getByRole('link', { name: 'Otwórz konwersację' }).waitFor()
    await tabTo(page, 'Zamknij bez wykonania')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('Klient napisał dwa razy')
    await tabTo(page, 'Zamknij bez wykonania')
    await page.keyboard.press('Enter')
    await page.getByText('Nic nie wymaga decyzji').waitFor()
    await page.locator('h1:focus').waitFor()
    t.equal(await focused(page), 'H1 Problemy')
  })
})
