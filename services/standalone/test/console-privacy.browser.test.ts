import { readFile } from 'node:fs/promises'
import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { z } from 'zod'
import { barriers, newWindow, noBrowser, openConsole, scrollsSideways, watchPage } from './support/console-browser.ts'
import { picture } from './support/pictures.ts'
import { nothingUnderWay, ticketIdOf } from './support/seen.ts'

t.setTimeout(600_000)

const created = z.object({ secret: z.string() })
const buyer = '8c5e2f7a-0d4b-4a77-9a59-3f1f6f5f2a01'
const text = 'Proszę o usunięcie moich danych'

// One world for all of it: each step begins where the one before has ended.
t.test('what is held about a client, and operations', { skip: noDatabase ?? noBrowser }, async (t) => {
  const { world, browser, open } = await openConsole(t)
  const shop = await world.addShop()
  const order = world.empik.addOrder({
    shopId: shop.shopId,
    customer: { id: buyer, firstname: 'Ewa', lastname: 'Testowa' },
  })
  const { threadId } = world.empik.buyerWrites({ shopId: shop.shopId, orderId: order.id, text })
  await ticketIdOf(world, shop, threadId)
  await nothingUnderWay(world, shop)
  const url = await open()
  const made = await fetch(`${world.apiUrl}/api/tenants/${shop.tenantId}/access-keys`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Właściciel', scopes: ['admin'] }),
  })
  const { secret } = created.parse(await made.json())
  const context = await newWindow(browser, { viewport: { width: 1280, height: 900 } })
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  const seen = watchPage(page, url)

  await t.test('a conversation leads to the data of its client', async (t) => {
    await page.goto(`${url}/zgloszenia/${shop.integrationId}/${threadId}`)
    await page.getByLabel('Klucz dostępu').fill(secret)
    await page.getByRole('button', { name: 'Zaloguj' }).click()
    await page.getByRole('link', { name: 'Eksport lub usunięcie danych' }).click()
    t.equal(await page.getByLabel('Identyfikator klienta w EmpikPlace').inputValue(), buyer)
  })

  await t.test('how long data are kept is set, and asked for again', async (t) => {
    const field = page.getByLabel('Liczba miesięcy bez wiadomości')
    await field.fill('241')
    await page.getByText('Podaj liczbę od 1 do 240', { exact: false }).waitFor()
    await field.fill('24')
    await page.getByRole('button', { name: 'Zapisz' }).click()
    await page.getByText('Zapisano').waitFor()
    const kept = await fetch(`${world.apiUrl}/api/tenants/${shop.tenantId}/retention`)
    t.strictSame(await kept.json(), { months: 24 })
    t.strictSame(await barriers(page), [])
  })

  await t.test('everything that is held is one file', async (t) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Pobierz wszystko (JSON)' }).click(),
    ])
    t.match(await readFile(await download.path(), 'utf8'), text)
  })

  await t.test('an erasure is tried, asked for by typing, and says what lies elsewhere', async (t) => {
    await page.getByRole('button', { name: 'Sprawdź, co zostanie usunięte' }).click()
    await page.getByTestId('findings').getByText('Konwersacja zostałaby usunięta').waitFor()
    await picture(page, 'privacy-tried')
    await page.getByRole('button', { name: 'Usuń na zawsze' }).click()
    const dialog = page.getByRole('dialog')
    const erase = dialog.getByRole('button', { name: 'Usuń na zawsze' })
    t.ok(await erase.isDisabled())
    await dialog.getByLabel('Przepisz identyfikator klienta').fill(buyer)
    t.strictSame(await barriers(page), [])
    await picture(page, 'privacy-erase')
    await erase.click()
    const findings = page.getByTestId('findings')
    await findings.getByText('Usunięto dane z konwersacji', { exact: true }).waitFor()
    await findings.getByText('Konwersacja pozostaje w EmpikPlace, które samo usuwa dane klientów').waitFor()
    await findings.getByText('Zgłoszenie pozostaje w Thulium', { exact: true }).waitFor()
    t.strictSame(await barriers(page), [])
    await picture(page, 'privacy-erased')
    const left = await fetch(
      `${world.apiUrl}/api/tenants/${shop.tenantId}/conversations/${shop.integrationId}/${threadId}`,
    )
    t.ok(left.ok, 'what happened is still shown')
    t.notMatch(await left.text(), text)
  })

  await t.test('operations are followed, and a comparison is asked for', async (t) => {
    await page.getByRole('link', { name: /Problemy/ }).click()
    const table = page.getByTestId('operations')
    const erased = table.getByRole('row').filter({ hasText: 'Usunięcie danych klienta' })
    await erased.filter({ hasText: 'na próbę' }).waitFor()
    t.equal(await erased.count(), 2)
    await page.getByRole('button', { name: 'Sprawdź zgodność' }).click()
    const dialog = page.getByRole('dialog')
    await picture(page, 'operations-ask')
    await dialog.getByRole('button', { name: 'Sprawdź zgodność' }).click()
    const compared = table.getByRole('row').filter({ hasText: 'Uzgodnienie dziennika' })
    await compared.filter({ hasText: 'Zakończona' }).waitFor()
    await compared.getByRole('cell', { name: '0', exact: true }).waitFor()
    await erased.first().getByRole('button', { name: 'Pokaż' }).click()
    await page.getByTestId('findings').getByRole('link', { name: 'Otwórz konwersację' }).first().waitFor()
    t.strictSame(await barriers(page), [])
    await picture(page, 'operations')
  })

  await t.test('in English, narrow and dark it is the same', async (t) => {
    await page.getByRole('navigation').getByTestId('language').click()
    await page.getByText('What was found or done').waitFor()
    await page.setViewportSize({ width: 390, height: 844 })
    await page.emulateMedia({ colorScheme: 'dark' })
    t.notOk(await scrollsSideways(page))
  })

  t.strictSame(seen.elsewhere, [])
  t.strictSame(seen.complaints, [])
})
