import t from 'tap'
import { barriers, launchBrowser, newWindow, noBrowser, scrollsSideways } from './support/console-browser.ts'
import { picture } from './support/pictures.ts'
import { createStandaloneHome } from './support/standalone-process.ts'

t.setTimeout(600_000)

const first = '81002233445-A'
const second = '81002233700-A'
const anna = { id: 'c-700123', firstname: 'Anna', lastname: 'Kowalczyk', displayName: 'Anna K.' }

// One world for all of it: each step begins where the one before has ended.
t.test(
  'orders, incidents and files in lists, beside conversations and in the panel',
  { skip: noBrowser },
  async (t) => {
    const home = await createStandaloneHome()
    const browser = await launchBrowser()
    t.teardown(async () => {
      await browser.close()
      await home.dispose()
    })
    await home.start().ready
    const context = await newWindow(browser, { viewport: { width: 1440, height: 900 } })
    context.setDefaultTimeout(30_000)
    const page = await context.newPage()
    const buyerWrites = async (body: object): Promise<void> => {
      const answer = await fetch(`${home.url.empikplace}/__sandbox/buyer-writes`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ shopId: 37001, ...body }),
      })
      t.ok(answer.ok, 'the buyer has written')
    }
    const rowOf = (topic: string) => page.getByTestId('conversation').filter({ hasText: topic })
    const about = (value: string) => ({ topic: { type: 'FREE_TEXT', value } })

    await buyerWrites({
      ...about('Dwa zamówienia'),
      customer: anna,
      entities: [first, second].map((id) => ({ type: 'MMP_ORDER', id, label: id })),
      text: 'Czy oba zamówienia mogą przyjść razem?',
    })
    await buyerWrites({
      ...about('Pęknięty kubek'),
      orderId: '81002233612-A',
      text: 'Kubek jest pęknięty, proszę o wymianę.',
      attachments: [{ name: 'kubek.pdf', text: '%PDF-1.4', type: 'application/pdf' }],
    })

    await buyerWrites({ ...about('Faktura na firmę'), orderId: first, text: 'Proszę o fakturę.' })

    await t.test('the list names the first order and how many more, incidents, and files', async (t) => {
      await page.goto(`${home.url.api}/zgloszenia`)
      await rowOf('Dwa zamówienia').getByText(`Zamówienia ${first} (+1)`).waitFor()
      t.match(await rowOf('Dwa zamówienia').innerText(), /Czy oba zamówienia mogą przyjść razem\?/)
      t.equal(await rowOf('Dwa zamówienia').getByTestId('marks').count(), 0, 'nothing is special about it')
      const marks = rowOf('Pęknięty kubek').getByTestId('marks')
      await marks.getByText('incydent').waitFor()
      await marks.getByText('Są załączniki').waitFor()
      t.strictSame(await barriers(page), [])
    })

    await t.test('beside the conversation each order stands with its own facts and its own link', async (t) => {
      await rowOf('Dwa zamówienia').click()
      const side = page.getByRole('complementary', { name: 'Szczegóły' })
      await side.getByText('Lampka biurkowa LED', { exact: false }).waitFor()
      await side.getByText('Półka ścienna dębowa', { exact: false }).waitFor()
      for (const id of [first, second]) await side.getByRole('link', { name: id, exact: true }).waitFor()
      const words = await side.innerText()
      t.match(words, /w tym dostawa 11,99/)
      t.match(words, /620000000000000000000001/)
      t.ok(await side.getByRole('link', { name: 'Śledź przesyłkę' }).count())
      t.strictSame(await barriers(page), [])
      await picture(page, 'several-orders')
      await page.setViewportSize({ width: 390, height: 844 })
      t.notOk(await scrollsSideways(page))
      await page.getByRole('button', { name: 'Szczegóły' }).click()
      await side.getByText('Półka ścienna dębowa', { exact: false }).waitFor()
      t.notOk(await scrollsSideways(page))
      await picture(page, 'several-orders-details')
      await page.getByRole('button', { name: 'Wiadomości' }).click()
      await page.setViewportSize({ width: 1440, height: 900 })
    })

    await t.test('his other conversations are a click away, and the files of this one are listed', async (t) => {
      await page.getByTestId('others').getByRole('link', { name: 'Faktura na firmę' }).click()
      await page.getByRole('heading', { level: 2, name: 'Faktura na firmę' }).waitFor()
      await rowOf('Pęknięty kubek').click()
      await page.getByRole('heading', { level: 2, name: 'Pęknięty kubek' }).waitFor()
      await page.getByTestId('files').getByText('kubek.pdf').waitFor()
      await page.getByText('Klient zgłosił w EmpikPlace incydent', { exact: false }).waitFor()
      t.strictSame(await barriers(page), [])
      await picture(page, 'incident')
    })

    await t.test('keys lead to the next one that waits, and into the search', async (t) => {
      const title = page.getByRole('heading', { level: 2 }).first()
      const before = await title.innerText()
      await page.keyboard.press(']')
      await page.locator('#talk-title').filter({ hasNotText: before }).waitFor()
      await page.keyboard.press('[')
      await page.getByRole('heading', { level: 2, name: before }).waitFor()
      await page.keyboard.press('j')
      await page.locator('[data-testid=conversation]:focus').waitFor()
      await page.keyboard.press('/')
      await page.keyboard.type('pęknięty')
      t.equal(await page.getByRole('searchbox').inputValue(), 'pęknięty')
      await rowOf('Dwa zamówienia').waitFor({ state: 'detached' })
      await page.getByRole('searchbox').fill('')
    })

    await t.test('the panel in the ticket shows both orders too', async (t) => {
      await rowOf('Dwa zamówienia').click()
      await page.getByRole('heading', { level: 2, name: 'Dwa zamówienia' }).waitFor()
      const ticket = await page.getByTestId('ticket-link').getAttribute('href')
      const other = await context.newPage()
      await other.goto(ticket ?? '')
      const text = await other.locator('body').innerText()
      const [address] = /http:\/\/\S+\/panel\/[\w.-]+/.exec(text) ?? []
      t.ok(address, text.slice(0, 2_000))
      await other.goto(address ?? '')
      const panel = await other.locator('body').innerText()
      for (const words of [first, second, 'Lampka biurkowa LED', 'Półka ścienna dębowa']) t.match(panel, words)
      await other.setViewportSize({ width: 390, height: 844 })
      t.notOk(await scrollsSideways(other))
      t.strictSame(await barriers(other), [])
      await picture(other, 'panel-several-orders', 'once')
      await other.close()
    })

    await t.test('of many other conversations it is said that there are more', async (t) => {
      // Chosen first: where new ones push it down, the list scrolls to it, and what comes later is above of what is shown.
      await rowOf('Dwa zamówienia').click()
      await page.getByRole('heading', { level: 2, name: 'Dwa zamówienia' }).waitFor()
      for (let n = 1; n <= 6; n++)
        await buyerWrites({ ...about(`Pytanie ${n}`), customer: anna, orderId: first, text: `Pytanie ${n}` })
      const more = page.getByTestId('others').getByText('Jest ich więcej', { exact: false })
      await rowOf('Pytanie 6').waitFor()
      await page.reload()
      await more.waitFor()
      t.equal(await page.getByTestId('others').getByRole('link').count(), 5)
    })

    await t.test('a question that is open changes its language with the page', async (t) => {
      await page.goto(`${home.url.api}/integracje`)
      await page.getByTestId('integration').getByRole('button', { name: 'Zatrzymaj' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('button', { name: 'Zatrzymaj' }).waitFor()
      const polish = await dialog.innerText()
      await page.evaluate(`document.querySelector('[data-testid=language]').click()`)
      await page.locator('html[lang=en]').waitFor()
      await dialog.getByRole('button', { name: 'Stop' }).waitFor()
      for (const line of polish.split('\n').filter((line) => line.trim() !== ''))
        t.notOk((await dialog.innerText()).includes(line), `still in Polish: ${line}`)
      await page.keyboard.press('Escape')
    })
  },
)
