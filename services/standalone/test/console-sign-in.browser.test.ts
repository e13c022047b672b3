import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { z } from 'zod'
import { newWindow, noBrowser, openConsole, watchPage } from './support/console-browser.ts'

t.setTimeout(300_000)

const created = z.object({ keyId: z.string(), secret: z.string() })

t.test('signing in to the console', { skip: noDatabase ?? noBrowser }, async (t) => {
  const { world, browser, open } = await openConsole(t)
  const shop = await world.addShop({ start: false })
  const url = await open()
  const keys = `${world.apiUrl}/api/tenants/${shop.tenantId}/access-keys`
  const newKey = async (scopes: string[]) => {
    const answer = await fetch(keys, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: scopes.join(' '), scopes }),
    })
    return created.parse(await answer.json())
  }
  const key = await newKey(['config', 'status:read', 'operate'])
  const page = await (await newWindow(browser)).newPage()
  page.setDefaultTimeout(30_000)
  const seen = watchPage(page, url)
  const signIn = async (secret: string): Promise<void> => {
    await page.getByLabel('Klucz dostępu').fill(secret)
    await page.getByRole('button', { name: 'Zaloguj' }).click()
  }

  await t.test('a key that is none is refused, a right one lets in, and neither is kept', async (t) => {
    await page.goto(`${url}/integracje`)
    await signIn(key.secret.slice(0, -1))
    await page.getByText('Ten klucz dostępu nie działa', { exact: false }).waitFor()
    await signIn(key.secret)
    await page.getByTestId('integration').waitFor()
    t.equal(await page.evaluate<number>('sessionStorage.length + document.cookie.length'), 0)
    t.notMatch(await page.evaluate<string>('JSON.stringify(localStorage)'), key.secret)
  })

  await t.test('when key and token have ended, what was typed stays', async (t) => {
    await page.getByRole('link', { name: 'Dodaj integrację' }).click()
    await page.getByLabel('Identyfikator sklepu').fill('37999')
    await fetch(`${keys}/${key.keyId}`, { method: 'DELETE' })
    // Until then the other process may remember the key, and the token is good.
    world.clock.moveTo(new Date(world.clock.now().getTime() + 11 * 60_000))
    await page.getByLabel('Klucz API').first().fill('klucz-sklepu')
    await page.getByRole('button', { name: 'Uwierzytelnij aplikację Thulium' }).click()
    await page.getByRole('dialog').getByText('To, co wpisano, zostaje na miejscu', { exact: false }).waitFor()
    await signIn((await newKey(['config', 'status:read'])).secret)
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    t.equal(await page.getByLabel('Identyfikator sklepu').inputValue(), '37999')
  })

  await t.test('a key that only reads is offered nothing else', async (t) => {
    const reader = await newKey(['status:read'])
    await page.goto(`${url}/integracje`)
    await signIn(reader.secret)
    await page.getByTestId('integration').waitFor()
    t.equal(await page.getByRole('link', { name: 'Dodaj integrację' }).count(), 0)
  })

  t.strictSame(seen.elsewhere, [])
})
