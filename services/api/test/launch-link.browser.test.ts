import { existsSync } from 'node:fs'
import { noDatabase } from '@connector/test-kit'
import { chromium } from 'playwright-core'
import t from 'tap'
import { z } from 'zod'
import { connect } from './support/api.ts'
import { startGuardedApi } from './support/guarded-api.ts'

const browserPath = '/usr/bin/chromium'
const noBrowser = existsSync(browserPath) ? false : `${browserPath} is not installed`

t.setTimeout(120_000)

await t.test('A launch link opened in a browser signs its tab in', { skip: noDatabase ?? noBrowser }, async (t) => {
  const { api, operator, as, newKey } = await startGuardedApi(t)
  await connect({ ...api, ...as(operator) }, 'sklep-a')
  const key = await newKey('sklep-a', ['config', 'conversations:read'])
  const made = await as(key.secret).call('POST', '/api/tenants/sklep-a/launch-links', {
    scopes: ['conversations:read'],
  })
  const link = `${api.url}${new URL(z.object({ url: z.url() }).parse(made.body).url).pathname}`

  const browser = await chromium.launch({
    executablePath: browserPath,
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
  })
  t.teardown(() => browser.close())
  const page = await (await browser.newContext({ locale: 'pl-PL' })).newPage()
  page.setDefaultTimeout(30_000)
  const problems: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  await page.goto(link)
  await page.getByRole('button', { name: 'Otwórz' }).click()
  // It goes on to the console, which is not served here.
  await page.waitForURL(`${api.url}/`)
  await page.getByRole('heading', { name: 'Nie ma takiej strony' }).waitFor()
  t.strictSame(
    problems.filter((problem) => !problem.includes('404')),
    [],
    'the browser had nothing to complain about',
  )

  const stored = await page.evaluate<string>('sessionStorage.getItem("connector.session")')
  const { accessToken } = z.object({ accessToken: z.string() }).parse(JSON.parse(stored))
  t.equal((await as(accessToken).call('GET', '/api/tenants/sklep-a/conversations')).status, 200)
  t.equal(await page.evaluate('localStorage.length + document.cookie.length'), 0, 'it is nowhere else')

  await page.goto(link)
  await page.getByRole('heading', { name: 'Ten link już nie działa' }).waitFor()
})
