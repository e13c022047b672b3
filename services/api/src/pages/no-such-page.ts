import type { Page } from './page.ts'

/** For a person at an address that leads nowhere, where there is no console to say so. */
export const noSuchPage: Page = {
  status: 404,
  pl: { title: 'Nie ma takiej strony', text: 'Pod tym adresem nic nie ma. Sprawdź, czy jest cały.' },
  en: { title: 'There is no such page', text: 'There is nothing at this address. Check that it is complete.' },
}
