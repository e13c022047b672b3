import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { chromium } from 'playwright-core'
import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { comments, nothingUnderWay, ticketIdOf } from './support/seen.ts'
import { createWorld } from './support/world.ts'

const browserPath = '/usr/bin/chromium'
const noBrowser = existsSync(browserPath) ? false : `${browserPath} is not installed`

t.setTimeout(120_000)

t.test('an agent adds a buyer to the CRM from the ticket', { skip: noDatabase ?? noBrowser }, async (t) => {
  const world = await createWorld()
  const browser = await chromium.launch({
    executablePath: browserPath,
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
  })
  const shop = await world.addShop({ settings: { newCustomers: 'leave-outside' } })
  await world.startServices()
  const order = world.empik.addOrder({
    shopId: shop.shopId,
    customer: { id: 'c-1', firstname: 'Ewa', lastname: 'Lis' },
  })
  const { threadId } = world.empik.buyerWrites({ shopId: shop.shopId, orderId: order.id, text: 'Dzień dobry' })
  await ticketIdOf(world, shop, threadId)
  const link = /Dodaj do CRM: (\S+)/.exec(comments(world, shop, threadId).join('\n'))?.[1] ?? ''

  // The panel of Thulium is another web site, and its link a step from one site to another.
  const panel = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<a href="${link}">Dodaj do CRM</a>`)
  })
  await new Promise<void>((resolve) => panel.listen(0, '127.0.0.1', resolve))
  t.teardown(async () => {
    await browser.close()
    panel.close()
    await world.dispose()
  })
  const address = panel.address()
  const port = typeof address === 'object' && address ? address.port : 0

  const page = await (await browser.newContext({ locale: 'pl-PL' })).newPage()
  page.setDefaultTimeout(30_000)
  const problems: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  await page.goto(`http://localhost:${port}/`)
  await page.getByText('Dodaj do CRM').click()
  await page.getByText('Lis', { exact: true }).waitFor()
  t.equal(await page.evaluate('getComputedStyle(document.querySelector("button")).cursor'), 'pointer', 'it is styled')
  await page.getByRole('button', { name: 'Dodaj do CRM' }).click()
  await page.getByRole('heading', { name: /Klient (będzie|jest) w CRM/ }).waitFor()
  await nothingUnderWay(world, shop)
  await page.reload()
  const [record] = world.thulium.customers(shop.tenantId)
  await page.getByText(`Numer rekordu: ${record?.customerId ?? ''}`).waitFor()
  t.match(record, { name: 'Ewa', surname: 'Lis', customFields: { 'Empik ID': 'c-1' } })
  t.strictSame(problems, [], 'the browser had nothing to complain about')
})
