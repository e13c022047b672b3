import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

const folder = process.env['CONSOLE_PICTURES']
const readme = process.env['README_PICTURES']

/** A telephone, a tablet upright, a desk. */
const widths = [390, 768, 1440] as const
const schemes = ['light', 'dark'] as const

/** Its switch is there in every state, under a dialog too, where no mouse would reach it. */
async function speak(page: Page, language: string): Promise<void> {
  await page.evaluate(`document.querySelector('[data-testid=language]')?.click()`)
  await page.locator(`html[lang=${language}]`).waitFor()
}

const languageOf = async (page: Page): Promise<string> => (await page.getAttribute('html', 'lang')) ?? 'pl'

/**
 * Writes what the page shows into the folder that `CONSOLE_PICTURES` names, in both languages, in three widths, light and dark;
 * the page is left as it was found. Without it nothing is written.
 * @param how `once`: as it is and no other, where what is shown is gone within seconds
 */
export async function picture(page: Page, name: string, how?: 'once'): Promise<void> {
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  if (how === 'once') {
    await page.screenshot({ animations: 'disabled', path: join(folder, `${name}.png`) })
    return
  }
  const size = page.viewportSize()
  const own = await languageOf(page)
  const other = own === 'pl' ? 'en' : 'pl'
  for (const language of [own, other]) {
    if (language === other) await speak(page, other)
    for (const width of widths)
      for (const colorScheme of schemes) {
        await page.setViewportSize({ width, height: 900 })
        await page.emulateMedia({ colorScheme })
        await page.screenshot({
          animations: 'disabled',
          path: join(folder, `${name}.${language}.${width}.${colorScheme}.png`),
        })
      }
  }
  await speak(page, own)
  await page.emulateMedia({ colorScheme: null })
  if (size) await page.setViewportSize(size)
}

/** One of the pictures of the README, into the folder that `README_PICTURES` names; without it nothing is written. */
export async function pictureForReadme(
  page: Page,
  name: string,
  colorScheme: 'light' | 'dark' = 'light',
): Promise<void> {
  if (readme === undefined) return
  mkdirSync(readme, { recursive: true })
  const size = page.viewportSize()
  await page.setViewportSize({ width: 1280, height: 1000 })
  await page.emulateMedia({ colorScheme })
  await page.screenshot({ animations: 'disabled', path: join(readme, `${name}.png`) })
  await page.emulateMedia({ colorScheme: null })
  if (size) await page.setViewportSize(size)
}
