import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import t from 'tap'
import { createStandaloneHome } from './support/standalone-process.ts'

const browserPath = '/usr/bin/chromium'
const noBrowser = existsSync(browserPath) ? false : `${browserPath} is not installed`

t.setTimeout(180_000)

t.test('a person sees a message become a ticket and an answer reach the buyer', { skip: noBrowser }, async (t) => {
  const home = await createStandaloneHome()
  const browser = await chromium.launch({
    executablePath: browserPath,
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
  })
  t.teardown(async () => {
    await browser.close()
    await home.dispose()
  })
  await home.start().ready
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  context.setDefaultTimeout(60_000)
  const screen = await context.newPage()
  const problems: string[] = []
  screen.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  await screen.goto(home.url.api)

  await t.test('the screen is there, in Polish, with conversations in it', async (t) => {
    await screen.getByTestId('conversation').nth(1).waitFor()
    t.equal(await screen.getAttribute('html', 'lang'), 'pl')
    await screen.locator('[data-testid=health-chip][data-level=ok]').waitFor()
  })

  await t.test('it survives a reload from the browser’s cache, and speaks English', async (t) => {
    await screen.reload()
    await screen.getByTestId('language-en').click()
    await screen.getByText('What to try').waitFor()
    t.equal(await screen.getAttribute('html', 'lang'), 'en')
  })

  await t.test('a message written as the buyer turns into a ticket on the screen', async (t) => {
    const answer = await fetch(`${home.url.empikplace}/__sandbox/buyer-writes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        shopId: 37001,
        orderId: '81002233445-A',
        topic: { type: 'FREE_TEXT', value: 'Pytanie z przeglądarki' },
        text: 'Czy paczka już wyszła? <3',
      }),
    })
    t.ok(answer.ok)
    const row = screen.getByTestId('conversation').filter({ hasText: 'Pytanie z przeglądarki' })
    await row.getByTestId('ticket-link').waitFor()
    await row.getByTestId('conversation-open').click()
    await screen.getByTestId('timeline').getByText('Czy paczka już wyszła? <3').waitFor()
  })

  await t.test('an answer given in Thulium reaches the buyer, and the screen says so', async (t) => {
    const row = screen.getByTestId('conversation').filter({ hasText: 'Pytanie z przeglądarki' })
    const link = await row.getByTestId('ticket-link').getAttribute('href')
    const thulium = await context.newPage()
    await thulium.goto(link ?? '')
    await thulium.locator('textarea').fill('Tak, wyszła dziś rano.')
    await thulium.getByRole('button', { name: 'Wyślij' }).click()
    await screen
      .locator('[data-testid=conversation][data-state=answered]')
      .filter({ hasText: 'Pytanie z przeglądarki' })
      .waitFor()
    const empikplace = await context.newPage()
    const threadId = await row.getAttribute('data-thread')
    await empikplace.goto(`${home.url.empikplace}/?thread=${threadId ?? ''}`)
    await empikplace.getByText('Tak, wyszła dziś rano.').first().waitFor()
    t.pass('the buyer has it')
  })

  await t.test('the browser had nothing to complain about', (t) => {
    t.strictSame(problems, [])
    t.end()
  })
})
