import { once } from 'node:events'
import { createServer } from 'node:http'
import { noDatabase, until } from '@connector/test-kit'
import t, { type Test } from 'tap'
import { z } from 'zod'
import {
  barriers,
  hidesAtTheSide,
  newWindow,
  noBrowser,
  openConsole,
  scrollsSideways,
  tabTo,
  watchPage,
} from './support/console-browser.ts'
import { picture } from './support/pictures.ts'
import { agentAnswers, answers, begin, nothingUnderWay, type Scene } from './support/seen.ts'

t.setTimeout(900_000)

const created = z.object({ secret: z.string() })

/** Somebody's machine that is told of alerts, and refuses them for as long as it is told to. */
async function startReceiver(t: Test) {
  const receiver = { url: '', status: 204, bodies: [] as string[] }
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString()))
    request.on('end', () => {
      receiver.bodies.push(text)
      response.writeHead(receiver.status).end()
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  receiver.url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/hook`
  return receiver
}

// One world for all of it: each step begins where the one before has ended.
t.test('what went wrong, who is told of it, and who watches over all', { skip: noDatabase ?? noBrowser }, async (t) => {
  const { world, browser, open } = await openConsole(t, {
    ALERT_EVERY_MS: '200',
    ALERT_WEBHOOKS_TO_THIS_MACHINE: 'on',
  })
  const receiver = await startReceiver(t)
  const shop = await world.addShop()
  const quiet = await world.addShop({ tenantId: 'spokojny-sklep' })
  const scenes: Scene[] = []
  for (let n = 0; n < 5; n += 1) scenes.push(await begin(world, shop))
  world.empik.faults.add({ operation: 'M12', fault: { kind: 'status', status: 400 }, times: scenes.length })
  for (const [n, { threadId }] of scenes.entries()) agentAnswers(world, shop, threadId, `<p>Odpowiedź ${n}</p>`)
  await nothingUnderWay(world, shop)

  const url = await open()
  const newKey = async (path: string, body: object): Promise<string> => {
    const answer = await fetch(`${world.apiUrl}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return created.parse(await answer.json()).secret
  }
  const context = await newWindow(browser, { viewport: { width: 1280, height: 900 } })
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  const seen = watchPage(page, url)
  const dialog = page.getByRole('dialog')
  const signIn = async (secret: string): Promise<void> => {
    await page.getByLabel('Klucz dostępu').fill(secret)
    await page.getByRole('button', { name: 'Zaloguj' }).click()
  }
  /** Texts that reached a buyer, of all conversations, in the order in which they were begun. */
  const reached = (): string[] => scenes.flatMap(({ threadId }) => answers(world, threadId))

  await t.test('by mouse: two of five are chosen, counted, confirmed and tried again', async (t) => {
    await page.goto(`${url}/problemy`)
    await signIn(await newKey(`/api/tenants/${shop.tenantId}/access-keys`, { name: 'Właściciel', scopes: ['admin'] }))
    await page.getByRole('heading', { name: 'Odpowiedzi, które nie zostały wysłane (5)' }).waitFor()
    await page.getByTestId('problem').first().getByText('· Pytanie do sprzedawcy', { exact: false }).waitFor()
    for (const n of [0, 1]) await page.getByTestId('problem').nth(n).getByRole('checkbox').check()
    await page.getByTestId('bulk').getByText('Zaznaczono 2 zapisy').waitFor()
    t.strictSame(await barriers(page), [])
    await picture(page, 'problems-chosen')
    await page.getByRole('button', { name: 'Ponów zaznaczone' }).click()
    await dialog.getByText('Ponowić 2 zapisy?').waitFor()
    await picture(page, 'problems-retry')
    await dialog.getByRole('button', { name: 'Ponów' }).click()
    await page.getByText('Zlecono ponowienie: 2 z 2.').waitFor()
    await page.getByRole('heading', { name: 'Odpowiedzi, które nie zostały wysłane (3)' }).waitFor()
    await until('both arrive', () => reached().length >= 2 || undefined)
    t.equal(reached().length, 2, 'and the three that were not chosen stay')
  })

  await t.test('by keyboard: one is corrected and sent', async (t) => {
    const { keyboard } = page
    await tabTo(page, 'Popraw i wyślij')
    await keyboard.press('Enter')
    await dialog.getByLabel('Treść odpowiedzi', { exact: false }).waitFor()
    await keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    // Back to the button that it was opened with.
    await page.getByRole('button', { name: 'Popraw i wyślij' }).and(page.locator(':focus')).waitFor()
    await keyboard.press('Enter')
    await dialog.getByLabel('Treść odpowiedzi', { exact: false }).waitFor()
    await tabTo(page, 'Treść odpowiedzi')
    await keyboard.press('Control+a')
    await keyboard.type('Poprawione z klawiatury')
    await tabTo(page, 'Popraw i wyślij')
    await keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await until('it arrives', () => reached().includes('Poprawione z klawiatury') || undefined)
    t.equal(reached().length, 3)
  })

  await t.test('by keyboard: what is left is given up together, with a reason that stays', async (t) => {
    const { keyboard } = page
    await page.getByRole('heading', { name: 'Odpowiedzi, które nie zostały wysłane (2)' }).waitFor()
    await tabTo(page, 'Zaznacz wszystkie w tej grupie')
    await keyboard.press('Space')
    await tabTo(page, 'Zamknij zaznaczone')
    await keyboard.press('Enter')
    await dialog.getByText('Zamknąć 2 zapisy bez wykonania?').waitFor()
    const close = dialog.getByRole('button', { name: 'Zamknij bez wykonania' })
    t.ok(await close.isDisabled(), 'nobody gives up without saying why')
    // The field has the focus.
    await keyboard.type('Klient dostał odpowiedź telefonicznie')
    t.strictSame(await barriers(page), [])
    await picture(page, 'problems-dismiss')
    await tabTo(page, 'Zamknij bez wykonania')
    await keyboard.press('Enter')
    await page.getByText('Zamknięto: 2 z 2.').waitFor()
    await page.getByText('Nic nie wymaga decyzji').waitFor()
    t.equal(reached().length, 3, 'and nothing of them was sent')
    const { threadId } = scenes.find((scene) => answers(world, scene.threadId).length === 0) ?? { threadId: '' }
    await page.goto(`${url}/zgloszenia/${shop.integrationId}/${threadId}`)
    await signIn(await newKey(`/api/tenants/${shop.tenantId}/access-keys`, { name: 'Właściciel', scopes: ['admin'] }))
    await page.getByText('Klient dostał odpowiedź telefonicznie').waitFor({ state: 'attached' })
    await page.getByRole('link', { name: 'Problemy' }).click()
    const result = page.getByTestId('bulk-result')
    await result.getByText('Zamknięto: 2 z 2.').waitFor()
    t.notMatch(await result.innerText(), /znów/, 'there after a reload, and none of them is back')
    await result.getByRole('button').click()
    await result.waitFor({ state: 'detached' })
  })

  await t.test('a target of alerts is added, told, and told again of what it did not take', async (t) => {
    await page.getByRole('link', { name: 'Ustawienia' }).click()
    await page.getByRole('button', { name: 'Powiadomienia' }).click()
    await page.getByText('Nikt jeszcze nie jest powiadamiany').waitFor()
    await page.getByLabel('Nazwa').fill('Dyżur')
    await page.getByLabel('Adres (https)').fill('ftp://dyzur.example.pl')
    await page.getByRole('button', { name: 'Dodaj odbiorcę' }).click()
    await page.locator('input[type=url][aria-invalid=true]').waitFor()
    await page.getByLabel('Adres (https)').fill(receiver.url)
    await page.getByRole('button', { name: 'Dodaj odbiorcę' }).click()
    await page.getByText('Klucz podpisu dla „Dyżur”').waitFor()
    t.strictSame(await barriers(page), [])
    await picture(page, 'alerts-added')
    const card = page.getByRole('listitem').filter({ hasText: 'Dyżur' })
    const log = page.getByRole('table').last()
    receiver.status = 500
    await card.getByRole('button', { name: 'Wyślij próbne' }).click()
    // On a busy machine the writes of before may be told of in between.
    const trial = log.getByRole('row').filter({ hasText: 'Powiadomienie próbne' })
    await trial.getByText('Czeka').waitFor()
    await trial.getByText('500', { exact: false }).waitFor()
    t.strictSame(await barriers(page), [])
    await picture(page, 'alerts-refused')
    receiver.status = 204
    await trial.getByRole('button', { name: 'Wyślij ponownie' }).click()
    // Sent again is a row of its own, and the first may be tried again meanwhile.
    await trial.getByText('Przyjęte').first().waitFor()
    await card.getByText('Ostatnio przyjął', { exact: false }).waitFor()
    const trials = receiver.bodies.filter((body) => body.includes('alert.test'))
    const [first, last] = [trials.at(0), trials.at(-1)]
    t.ok(trials.length > 1 && first !== undefined && first === last, 'what is sent again is the same')
    await card.getByRole('button', { name: 'Wyślij pominięte' }).click()
    await dialog.getByRole('button', { name: 'Wyślij pominięte' }).click()
    await dialog.waitFor({ state: 'detached' })
  })

  await t.test('a person is told by e-mail in a language of his choice', async () => {
    await page.getByLabel('Adres e-mail', { exact: true }).check()
    await page.getByLabel('Nazwa').fill('Kierownik')
    await page.getByRole('textbox', { name: 'Adres e-mail' }).fill('kierownik@sklep.example')
    await page.getByLabel('angielski').check()
    await page.getByLabel('Wstrzymane zapisy').check()
    await page.getByRole('button', { name: 'Dodaj odbiorcę' }).click()
    const card = page.getByRole('listitem').filter({ hasText: 'kierownik@sklep.example' })
    await card.getByText('Wstrzymane zapisy').waitFor()
    await picture(page, 'alerts')
  })

  await t.test('what happens is told without a test, and nothing of a buyer is in it', async (t) => {
    // The five are decided on; an incident that does not come back for 2 minutes is over, and that is told, too.
    world.clock.moveTo(new Date(world.clock.now().getTime() + 3 * 60_000))
    const log = page.getByRole('table').last()
    await log
      .getByRole('rowheader', { name: /Wstrzymane zapisy/ })
      .first()
      .waitFor()
    await until('it is told', () => receiver.bodies.find((body) => body.includes('write-parked')))
    t.notMatch(receiver.bodies.join('\n'), /Pytanie|Odpowiedź|Klient dostał/)
  })

  await t.test('the status plots what went through, how long it took, and how full the budgets were', async (t) => {
    await page.getByRole('link', { name: 'Status' }).click()
    for (const name of ['Wiadomości', 'Wysłane odpowiedzi', 'Wstrzymane zapisy'])
      await page.getByText(new RegExp(`^${name}: [1-9]`)).waitFor()
    await page.getByText(/^Opóźnienie 95% wiadomości \(p95\): najwyżej /).waitFor()
    // Nobody reports budgets in this world; figures of them are held by the tests of reports and of the series.
    for (const side of ['EmpikPlace', 'Thulium \\(całe konto\\)'])
      await page.getByText(new RegExp(`^Zapytania do ${side}: najwyżej `)).waitFor()
    await page.getByRole('button', { name: '30 dni' }).click()
    await page.getByText(/^Wiadomości: [1-9]/).waitFor()
    t.strictSame(await barriers(page), [])
    await picture(page, 'status-plots')
  })

  await t.test(
    'a shop has an address of its own, its last message a time, and whoever stopped it a name',
    async (t) => {
      const other = await world.addShop({ tenantId: shop.tenantId, start: false })
      const ofShop = `/status/${shop.integrationId}`
      await page.goto(`${url}/status`)
      await signIn(await newKey(`/api/tenants/${shop.tenantId}/access-keys`, { name: 'Biuro', scopes: ['admin'] }))
      const cards = page.getByTestId('shop-status')
      await cards.nth(1).waitFor()
      await page.locator(`a[href="/status/${other.integrationId}"]`).first().waitFor()
      t.equal(await page.locator('.plot').count(), 0, 'of several shops the plots are a click away')
      t.strictSame(await barriers(page), [])
      await picture(page, 'status-shops')
      await page.goto(`${url}${ofShop}`)
      await signIn(await newKey(`/api/tenants/${shop.tenantId}/access-keys`, { name: 'Biuro', scopes: ['admin'] }))
      await page.locator('.plot').first().waitFor()
      t.equal(await cards.count(), 1)
      const moved = page.getByTestId('last-moved')
      t.match(await moved.innerText(), /Ostatnia wiadomość jest w Thulium od .*\d:\d\d:\d\d \(opóźnienie \d+ s\)/)
      t.match(await moved.innerText(), /Ostatnia odpowiedź dotarła do EmpikPlace .*\d:\d\d:\d\d\./)
      await page
        .getByTestId('answered')
        .getByText(/^Odpowiedzi w ciągu 24 godzin: 100% \(\d+ z \d+ w ostatnich 7 dniach\)\./)
        .waitFor()
      await page.getByRole('link', { name: 'Integracje' }).click()
      const card = page.getByTestId('integration').filter({ hasText: `Sklep ${shop.shopId}` })
      await card.getByRole('button', { name: 'Zatrzymaj' }).click()
      await dialog.getByRole('button', { name: 'Zatrzymaj' }).click()
      await card.getByText(/· Zatrzymana$/).waitFor()
      await page.getByRole('link', { name: 'Status' }).click()
      await page.locator(`a[href="${ofShop}"]`).first().click()
      await page
        .getByTestId('who-stopped')
        .getByText(/^Zatrzymano kluczem dostępu „Biuro” \(\d\d:\d\d\)\.$/)
        .waitFor()
      await page.getByText('Nie sprawdzamy: integracja nie jest uruchomiona').first().waitFor()
      await picture(page, 'status-stopped')
      await page.getByTestId('shop-status').getByRole('button', { name: 'Uruchom' }).click()
      await dialog.getByRole('button', { name: 'Uruchom' }).click()
      await page.getByTestId('who-stopped').waitFor({ state: 'detached' })
      await page.getByRole('link', { name: 'Wszystkie sklepy' }).click()
      await cards.nth(1).waitFor()
    },
  )

  await t.test('addresses of another account lead nowhere', async (t) => {
    const [scene] = scenes
    const key = await newKey(`/api/tenants/${quiet.tenantId}/access-keys`, { name: 'Cudzy', scopes: ['admin'] })
    for (const [place, says] of [
      [`/zgloszenia/${shop.integrationId}/${scene?.threadId ?? ''}`, 'Nie ma takiej konwersacji'],
      [`/integracje/${shop.integrationId}`, /Nie ma takiej (strony|integracji)/],
    ] as const) {
      await page.goto(`${url}${place}`)
      await signIn(key)
      await page.getByText(says).waitFor()
      t.notMatch(await page.locator('body').innerText(), new RegExp(`Pytanie|${shop.tenantId}|Sklep ${shop.shopId}`))
    }
  })

  await t.test('the operator sees all accounts with level, reason and since, and nothing of their texts', async (t) => {
    await page.goto(`${url}/operator`)
    await signIn(await newKey('/api/access-keys', { name: 'Operator' }))
    const row = page.getByRole('row').filter({ has: page.getByRole('button', { name: shop.tenantId }) })
    await row.waitFor()
    await picture(page, 'operator-chooses')
    await page.getByRole('button', { name: quiet.tenantId }).click()
    await page.getByRole('navigation').waitFor()
    await page.getByRole('row').filter({ hasText: quiet.tenantId }).getByText('Działa', { exact: true }).waitFor()
    await page.getByLabel('Szukaj konta').fill('spokojny')
    await row.waitFor({ state: 'detached' })
    t.equal(await page.getByRole('row').filter({ hasText: quiet.tenantId }).count(), 1)
    await page.getByLabel('Szukaj konta').fill('')
    await page.getByLabel('Stan', { exact: true }).selectOption({ label: 'Zatrzymane' })
    await page.getByText('Żadne konto nie pasuje do filtrów').waitFor()
    await page.getByLabel('Stan', { exact: true }).selectOption({ label: 'Wszystkie' })
    await row.waitFor()
    t.strictSame(await barriers(page), [])
    t.notMatch(await page.getByRole('main').innerText(), /Pytanie|Sklep \d|Odpowiedź \d|Kierownik/)
    await picture(page, 'operator')
  })

  await t.test('operations across accounts, and the alerts of the operator, are on the same page', async (t) => {
    const asked = await fetch(`${world.apiUrl}/api/operations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({ kind: 'verify' }),
    })
    t.ok(asked.ok)
    const operations = page.getByTestId('operations')
    await operations.getByText('Sprawdzenie dziennika').waitFor()
    await operations.getByText('Zakończona').waitFor()
    await page.getByLabel('Nazwa').fill('Dyżur operatora')
    await page.getByLabel('Adres (https)').fill(receiver.url)
    await page.getByRole('button', { name: 'Dodaj odbiorcę' }).click()
    const card = page.getByRole('listitem').filter({ hasText: 'Dyżur operatora' })
    await card.getByRole('button', { name: 'Wyślij próbne' }).click()
    await card.getByText('Ostatnio przyjął', { exact: false }).waitFor()
    t.strictSame(await barriers(page), [])
  })

  await t.test('in English, narrow and dark it is the same', async (t) => {
    await page.getByRole('navigation').getByTestId('language').click()
    await page.getByRole('heading', { name: 'Accounts', exact: true }).waitFor()
    await page.setViewportSize({ width: 390, height: 844 })
    await page.emulateMedia({ colorScheme: 'dark' })
    t.notOk(await scrollsSideways(page))
    t.notOk(await hidesAtTheSide(page), 'nor does a table, or the bar of places')
    t.strictSame(await barriers(page), [])
    await picture(page, 'operator-narrow')
  })

  t.strictSame(seen.elsewhere, [])
})
