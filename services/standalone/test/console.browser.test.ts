import type { Page } from 'playwright-core'
import t from 'tap'
import {
  barriers,
  launchBrowser,
  newWindow,
  noBrowser,
  scrollsSideways,
  tabTo,
  watchPage,
} from './support/console-browser.ts'
import { picture, pictureForReadme } from './support/pictures.ts'
import { refusals, refuse } from './support/refusals.ts'
import { createStandaloneHome } from './support/standalone-process.ts'

const apiKey = '00000000-0000-4000-8000-000000037001'

t.setTimeout(600_000)

// Each step begins where the one before has ended.
t.test('the console, from an empty account on', { skip: noBrowser }, async (t) => {
  const home = await createStandaloneHome()
  const browser = await launchBrowser()
  t.teardown(async () => {
    await browser.close()
    await home.dispose()
  })
  await home.start({ DEMONSTRATION: 'empty' }).ready
  const api = `${home.url.api}/api/tenants/demo-sklep`
  const context = await newWindow(browser, { viewport: { width: 1280, height: 900 } })
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  const seen = watchPage(page, home.url.api)
  const buyerWrites = async (topic: string, text: string): Promise<void> => {
    const answer = await fetch(`${home.url.empikplace}/__sandbox/buyer-writes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        shopId: 37001,
        orderId: '81002233445-A',
        topic: { type: 'FREE_TEXT', value: topic },
        text,
      }),
    })
    t.ok(answer.ok, 'the buyer has written')
  }
  const choose = async (label: string, option: string): Promise<void> => {
    await page.getByRole('combobox', { name: label }).click()
    await page.getByRole('option', { name: option, exact: true }).click()
  }

  await t.test('the Thulium connection comes first, and is checked item by item', async (t) => {
    await page.goto(home.url.api)
    await page.getByRole('heading', { name: 'Połączenie z Thulium' }).waitFor()
    t.equal(await page.getAttribute('html', 'lang'), 'pl')
    await page.getByRole('button', { name: 'Połącz Thulium' }).click()
    // What is missing is said where it is missing.
    const missing = page.getByText('Uzupełnij to pole.')
    await missing.first().waitFor()
    const before = await missing.count()
    await page.getByLabel('Użytkownik API', { exact: false }).first().fill('connector')
    t.equal(await missing.count(), before - 1, 'what was filled in is not called wrong any more')
    t.equal(await page.getByText('Ta wartość jest nieprawidłowa', { exact: false }).count(), 0)
    await page.getByLabel('Hasło użytkownika API').fill('demo-haslo-api')
    await page.getByLabel('Skrzynka pocztowa').fill('sklep@demo-sklep.example')
    await page.getByLabel('Login agenta integracji').fill('empik.bot')
    await page.getByLabel('Pole konwersacji').fill('EmpikPlace wątek')
    await page.getByLabel('Pole zamówienia').fill('EmpikPlace zamówienie')
    // There has been time enough to hear that there is no such account yet.
    t.equal(
      await page.getByText('Brak połączenia', { exact: false }).count(),
      0,
      'an account to come is no lost server',
    )
    await page.getByRole('button', { name: 'Połącz Thulium' }).click()
    await page.getByTestId('preflight').waitFor()
    t.ok((await page.getByTestId('check').count()) > 5)
    t.equal(await page.locator('[data-testid=check][data-state=unknown]:visible').count(), 0)
    await page.getByText(/^Nie sprawdzono \d+ rzeczy$/).waitFor()
    t.strictSame(await barriers(page), [])
    await page.getByRole('button', { name: /Przejdź do sklepu/ }).click()
    await page.getByRole('heading', { name: 'Dodaj integrację' }).waitFor()
  })

  await t.test('a wrong key is told from a right one, and nothing is stored of it', async (t) => {
    await page.getByLabel('Identyfikator sklepu').fill('37001')
    await page.getByLabel('Klucz API', { exact: false }).first().fill('00000000-0000-4000-8000-0000000badkey')
    await page.getByRole('button', { name: 'Uwierzytelnij aplikację Thulium' }).click()
    await page.locator('[data-testid=authentication][data-ok=false]').waitFor()
    t.ok(await page.locator('[data-testid=check][data-state=error]').count())
    t.notOk(await page.getByLabel('Nazwa integracji').isVisible())
    t.strictSame(await (await fetch(`${api}/integrations`)).json(), { items: [] })
  })

  await t.test('each further refusal names the part that failed, and what to do', async (t) => {
    await page.getByLabel('Klucz API', { exact: false }).first().fill(apiKey)
    for (const { operation, status, shop, says } of refusals) {
      await refuse(home.url.empikplace, operation, status)
      // What was found before goes with what it was found of.
      await page.getByLabel('Identyfikator sklepu').fill('')
      await page.getByLabel('Identyfikator sklepu').fill(shop)
      await page.getByRole('button', { name: 'Uwierzytelnij aplikację Thulium' }).click()
      await page.locator('[data-testid=authentication][data-ok=false]').waitFor()
      const errors = await page.locator('[data-testid=check][data-state=error]').allInnerTexts()
      // A key that is not of this shop may read nothing of it either.
      t.equal(errors.length, operation === undefined ? 3 : 1, `${operation ?? 'another shop'}: ${errors.join(' | ')}`)
      t.match(errors[0], says)
      await picture(page, `refused-${(operation ?? 'shop').toLowerCase()}`)
      t.notOk(await page.getByLabel('Nazwa integracji').isVisible())
    }
    await refuse(home.url.empikplace, undefined, 0)
    await page.getByLabel('Identyfikator sklepu').fill('37001')
  })

  await t.test('by mouse: authenticate, fill in the rest, save and start', async (t) => {
    await page.getByLabel('Klucz API', { exact: false }).first().fill(apiKey)
    await page.getByRole('button', { name: 'Uwierzytelnij aplikację Thulium' }).click()
    await page.locator('[data-testid=authentication][data-ok=true]').waitFor()
    await page.getByLabel('Nazwa integracji').fill('Sklep Pokazowy')
    await page.getByRole('combobox', { name: 'Identyfikator klienta' }).fill('Empik ID')
    await choose('Kolejka zgłoszeń', 'EmpikPlace')
    await choose('Kategoria zgłoszeń', 'Pytanie o zamówienie')
    t.strictSame(await barriers(page), [])
    await picture(page, 'connect')
    // Of the combobox the list is closed, and the form stands as a person has filled it in.
    await page.getByLabel('Nazwa integracji').focus()
    await pictureForReadme(page, 'console-connect')
    await page.getByRole('button', { name: 'Zapisz i uruchom' }).click()
    await page
      .getByTestId('integration')
      .getByText(/· Uruchomiona$/)
      .waitFor()
    await page.locator('[data-testid=integration] [data-level=ok]').waitFor()
  })

  await t.test('a message arrives without a reload, and an answer from Thulium is seen to arrive', async (t) => {
    await page.getByRole('link', { name: 'Zgłoszenia' }).click()
    await page.getByText('Tu pojawi się pierwsza konwersacja').waitFor()
    await buyerWrites('Faktura', 'Proszę o fakturę na firmę.')
    await buyerWrites('Pytanie z konsoli', 'Czy paczka już wyszła? <3')
    const row = page.getByTestId('conversation').filter({ hasText: 'Pytanie z konsoli' })
    await row.filter({ hasText: 'Czeka na nas' }).waitFor()
    await row.click()
    await page.getByTestId('message').getByText('Czy paczka już wyszła? <3').waitFor()
    await page.locator('[data-testid=stands][data-at=inTicket]').waitFor()
    t.strictSame(await barriers(page), [])
    const ticket = await page.getByTestId('ticket-link').getAttribute('href')
    const thulium = await context.newPage()
    await thulium.goto(ticket ?? '')
    await thulium.locator('textarea').fill('Tak, wyszła dziś rano.')
    await thulium.getByRole('button', { name: 'Wyślij' }).click()
    await page.locator('[data-testid=stands][data-at=sent]').waitFor()
    const answer = page.getByTestId('message').filter({ hasText: 'Tak, wyszła dziś rano.' })
    t.equal(await answer.count(), 1, 'and stands there once')
    t.match(await answer.innerText(), /do: klienta/)
    await row.filter({ hasText: 'Czeka na klienta' }).waitFor()
    await thulium.close()
    await picture(page, 'conversation')
    await pictureForReadme(page, 'console-conversations')
  })

  await t.test('rules are tried on real conversations before they are saved', async () => {
    await openSettings(page)
    await page.getByRole('link', { name: 'Reguły' }).click()
    await page.getByRole('button', { name: 'Dodaj regułę' }).click()
    // Whoever has no mouse would look for its fields behind the button.
    await page.locator('.item-fields input:focus').waitFor()
    await page.getByTestId('try').getByRole('button', { name: 'Wypróbuj' }).click()
    await page.getByTestId('caught').getByText('Nowa reguła').waitFor()
    await picture(page, 'rules')
    await pictureForReadme(page, 'console-rules')
  })

  await t.test('unsaved changes are not lost by a click', async (t) => {
    await page.getByRole('link', { name: 'Status' }).click()
    await page.getByRole('dialog').getByText('Opuścić stronę', { exact: false }).waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Anuluj' }).click()
    t.match(page.url(), /integracje/)
    await page.getByTestId('save-bar').getByRole('button', { name: 'Odrzuć zmiany' }).click()
  })

  await t.test('two editors: both values are shown, and neither is lost unseen', async (t) => {
    const [item] = ((await (await fetch(`${api}/integrations`)).json()) as { items: { integrationId: string }[] }).items
    const settings = `${api}/integrations/${item?.integrationId ?? ''}`
    await page.getByRole('link', { name: 'Pozostałe dane' }).click()
    await page.getByLabel('Nazwa integracji').fill('Moja nazwa')
    const theirs = (await (await fetch(settings)).json()) as object
    await fetch(settings, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...theirs, name: 'Ich nazwa', replyDueHours: 8 }),
    })
    await page.getByTestId('save-bar').getByRole('button', { name: 'Zapisz' }).click()
    const conflict = page.getByTestId('conflict')
    await conflict.getByText('Ich nazwa').waitFor()
    t.ok(await conflict.getByText('Moja nazwa').isVisible())
    await page.getByRole('button', { name: 'Zapisz moje zmiany' }).click()
    await page.getByText('Zapisano ustawienia integracji').first().waitFor()
    t.match(await (await fetch(settings)).json(), { name: 'Moja nazwa', replyDueHours: 8 })
    await page.getByRole('link', { name: 'Historia zmian' }).click()
    const made = page.getByTestId('change').filter({ hasText: 'Godziny pracy' })
    await made.getByText('Poniedziałek: 08:00–16:00', { exact: false }).waitFor()
    const told = (await page.getByTestId('change').allInnerTexts()).join('\n')
    t.notMatch(told, /[{}"]|anybody|mailbox|replyDueHours/, 'in the words of the settings, not in those of the program')
    await picture(page, 'history')
    await page.getByRole('link', { name: 'Pozostałe dane' }).click()
  })

  await t.test('deleting spells out what follows, and asks for the name', async (t) => {
    await page.getByRole('button', { name: 'Usuń integrację' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Zgłoszenia w Thulium i historia konwersacji zostają', { exact: false }).waitFor()
    const button = dialog.getByRole('button', { name: 'Usuń integrację' })
    t.ok(await button.isDisabled())
    await dialog.getByRole('textbox').fill('Moja nazwa')
    await button.click()
    await page.getByText('Połącz pierwszy sklep').waitFor()
    await page.getByRole('link', { name: 'Status' }).click()
    await page.getByRole('main').getByRole('link', { name: 'Dodaj integrację' }).waitFor()
    await page.getByRole('link', { name: 'Integracje' }).click()
    await page.getByRole('heading', { level: 1, name: 'Integracje' }).waitFor()
  })

  await t.test('by keyboard alone: the same shop, from the empty list to running', async () => {
    const { keyboard } = page
    await tabTo(page, 'Dodaj integrację')
    await keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Dodaj integrację' }).waitFor()
    await tabTo(page, 'Identyfikator sklepu')
    await keyboard.type('37001')
    await tabTo(page, 'Klucz API')
    await keyboard.type(apiKey)
    await keyboard.press('Enter')
    await page.locator('[data-testid=authentication][data-ok=true]').waitFor()
    await tabTo(page, 'Nazwa integracji')
    await keyboard.type('Sklep z klawiatury')
    await tabTo(page, 'Identyfikator klienta')
    await keyboard.type('Empik ID')
    for (const [label, words] of [
      ['Kolejka zgłoszeń', 'EmpikPlace'],
      ['Kategoria zgłoszeń', 'Faktura'],
    ] as const) {
      await tabTo(page, label)
      await keyboard.type(words)
      await page.getByRole('option', { name: words, exact: true }).waitFor()
      await keyboard.press('ArrowDown')
      await keyboard.press('Enter')
    }
    await tabTo(page, 'Zapisz i uruchom')
    await keyboard.press('Enter')
    await page
      .getByTestId('integration')
      .filter({ hasText: 'Sklep z klawiatury' })
      .getByText(/· Uruchomiona$/)
      .waitFor()
  })

  await t.test('by keyboard alone: the first buyer is answered', async (t) => {
    const { keyboard } = page
    await buyerWrites('Pytanie do klawiatury', 'Czy można odebrać osobiście?')
    await tabTo(page, 'Zgłoszenia')
    await keyboard.press('Enter')
    await page.getByTestId('conversation').filter({ hasText: 'Pytanie do klawiatury' }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Przejdź do' }).waitFor()
    await keyboard.type('Pytanie do')
    await page.getByRole('option', { name: /Pytanie do klawiatury/ }).waitFor()
    await keyboard.press('Enter')
    await page.locator('[data-testid=stands][data-at=inTicket]').waitFor()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await keyboard.press('r')
    await keyboard.type('Tak, codziennie do 18.')
    await keyboard.press('Control+Enter')
    await page.locator('[data-testid=stands][data-at=sent]').waitFor()
    const answer = page.getByTestId('message').filter({ hasText: 'Tak, codziennie do 18.' })
    t.match(await answer.innerText(), /do: klienta/)
  })

  await t.test(
    'no screen has a barrier or scrolls sideways, in both languages, wide and narrow, light and dark',
    async (t) => {
      for (const place of ['/', '/zgloszenia', '/status', '/problemy', '/integracje', '/ustawienia?karta=keys']) {
        await page.goto(`${home.url.api}${place}`)
        await page.getByRole('heading', { level: 1 }).first().waitFor()
        for (const [width, colorScheme] of [
          [1920, 'light'],
          [390, 'dark'],
        ] as const) {
          await page.setViewportSize({ width, height: 844 })
          await page.emulateMedia({ colorScheme })
          t.notOk(await scrollsSideways(page), `${place} at ${width}`)
          t.strictSame(await barriers(page), [], `${place} at ${width}, ${colorScheme}`)
        }
        await picture(page, `screen${place.replace(/\W/g, '-')}`)
        if (place === '/status') await pictureForReadme(page, 'console-status', 'dark')
      }
      await page.setViewportSize({ width: 1280, height: 900 })
      await page.emulateMedia({ colorScheme: 'light' })
    },
  )

  await t.test('it speaks English, and remembers it', async (t) => {
    await page.getByRole('navigation').getByTestId('language').click()
    await page.getByRole('link', { name: 'Integrations' }).waitFor()
    t.equal(await page.getAttribute('html', 'lang'), 'en')
    await page.reload()
    await page.getByRole('link', { name: 'Integrations' }).waitFor()
    t.strictSame(await barriers(page), [])
  })

  await t.test('nothing came from elsewhere, nothing was complained about, and no secret is kept', async (t) => {
    t.strictSame(seen.elsewhere, [])
    // The browser notes every refusal by itself: no account yet, wrong fields, somebody else’s change.
    const refusals = /Failed to load resource.* status of (400|404|412) /
    t.strictSame(
      seen.complaints.filter((line) => !refusals.test(line)),
      [],
    )
    const kept = await page.evaluate<string>('JSON.stringify([localStorage, sessionStorage, document.cookie])')
    t.notMatch(kept, /0000|haslo|eyJ/)
  })

  await t.test('an address that leads nowhere answers a page', async (t) => {
    const answer = await page.goto(`${home.url.api}/nie/ma/tego`)
    t.equal(answer?.status(), 404)
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor()
  })
})

async function openSettings(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Integracje' }).click()
  await page.getByTestId('integration').getByRole('link', { name: 'Ustawienia integracji' }).click()
}
