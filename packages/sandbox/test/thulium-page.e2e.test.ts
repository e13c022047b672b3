import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import t from 'tap'
import { start } from './thulium-fixture.ts'

const browser = '/usr/bin/chromium'
const skip = existsSync(browser) ? false : `there is no ${browser}`

t.test('an open ticket refreshes by itself and keeps what the agent is typing', { skip }, async (t) => {
  const { url, call, createTicket, sandbox, system } = await start(t)
  const id = await createTicket({ customer_id: 8101 })
  const chrome = await chromium.launch({
    executablePath: browser,
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
  })
  t.teardown(() => chrome.close())
  const page = await chrome.newPage({ viewport: { width: 390, height: 800 } })
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => problems.push(message.text()))
  await page.goto(`${url}/${system}/tickets/${id}`)
  await page.locator('body.is-live').waitFor()
  await page.fill('textarea', 'Piszę właśnie')
  await call('POST', `tickets/${id}/customer_response`, { body: 'Wiadomość w trakcie' })
  await page.locator('.is-customer', { hasText: 'Wiadomość w trakcie' }).waitFor()
  t.equal(await page.inputValue('textarea'), 'Piszę właśnie')

  await page.click('button.main')
  await page.locator('.is-reply.is-pending', { hasText: 'Piszę właśnie' }).waitFor()
  t.equal(await page.inputValue('textarea'), '')
  await page.click('text=Anuluj wysyłkę')
  await page.locator('.is-reply').waitFor({ state: 'detached' })

  await page.selectOption('#status', '5-51')
  await page.locator('.head .badge', { hasText: 'W realizacji - Czeka na magazyn' }).waitFor()
  await page.click('text=Zamknij zgłoszenie')
  await page.locator('text=Otwórz ponownie').waitFor()
  t.equal(sandbox.ticket(system, id).statusRole, 'closed')

  await page.goto(`${url}/${system}/`)
  await createTicket({ subject: 'Nowe na liście' })
  await page.locator('.row', { hasText: 'Nowe na liście' }).waitFor()
  t.same(problems, [])
})
