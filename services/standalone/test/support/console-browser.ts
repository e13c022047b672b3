import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { buildConsole } from '@connector/console'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'
import type { Test } from 'tap'
import { createWorld } from './world.ts'

const browserPath = '/usr/bin/chromium'

/** Why no browser can be started; false where one can. */
export const noBrowser = existsSync(browserPath) ? false : `${browserPath} is not installed`

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: browserPath,
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
  })

/** A window in Polish in which nothing fades: colours are compared as they stay, and a quick machine would look into the middle of a fade. */
export const newWindow = (browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> =>
  browser.newContext({ locale: 'pl-PL', reducedMotion: 'reduce', ...options })

/**
 * A world whose console can be opened in a browser; all of it ends with the test. `open` comes after the first shop is there.
 * @param settings of the services, besides those of every world
 */
export async function openConsole(t: Test, settings: Record<string, string> = {}) {
  const [world, folder] = await Promise.all([createWorld(), buildConsole()])
  const browser = await launchBrowser()
  t.teardown(async () => {
    await browser.close()
    await world.dispose()
  })
  await world.startServices(settings)
  const panels = { order: world.apiUrl, conversation: world.apiUrl, ticket: world.apiUrl }
  return { world, browser, open: () => world.startGuardedApi({ folder, panels }) }
}

/** What a page had to complain about, and requests that left this machine. */
export function watchPage(page: Page, ownUrl: string): { complaints: string[]; elsewhere: string[] } {
  const seen = { complaints: [] as string[], elsewhere: [] as string[] }
  page.on('console', (message) => {
    if (message.type() === 'error') seen.complaints.push(message.text())
  })
  page.on('pageerror', (error) => seen.complaints.push(String(error)))
  page.on('request', (request) => {
    if (!request.url().startsWith(ownUrl)) seen.elsewhere.push(request.url())
  })
  return seen
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Rules of WCAG 2.2 A and AA that the page breaks, each with where. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(`(async () => {
    await new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))
    const moving = document.getAnimations().filter((one) => one.effect?.getTiming().iterations !== Infinity)
    await Promise.allSettled(moving.map((one) => one.finished))
  })()`)
  await page.evaluate(axe)
  return page.evaluate<string[]>(`
    axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' ' + target.join(' ') + ' ' + failureSummary)))`)
}

/** Whether anything is wider than the window. */
export const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth')

/** Whether a table, or the bar of places, has more than is seen of it. */
export const hidesAtTheSide = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>(
    `[...document.querySelectorAll('.scroll-x, .places')].some((one) => one.scrollWidth > one.clientWidth)`,
  )

/** Goes on with Tab until the element with this name has the focus: there is no other way without a mouse. */
export async function tabTo(page: Page, name: string): Promise<void> {
  const seen: string[] = []
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate<string>(`(() => {
      const one = document.activeElement
      if (!one) return ''
      const label = one.labels?.[0]?.textContent ?? ''
      return (one.getAttribute('aria-label') ?? label) || (one.textContent ?? '')
    })()`)
    seen.push(focused)
    if (
      focused
        .replace(/\s*\*$/, '')
        .trim()
        .startsWith(name)
    )
      return
  }
  throw new Error(`Tab does not lead to “${name}”, but to: ${seen.join(' | ')}`)
}
