/** What the server tells the page about where it runs; it stands in the page. */
interface PageSettings {
  authentication: 'required' | 'off'
  panels: { order: string; conversation: string; ticket: string }
  demonstration: { tenantId: string; empikplaceUrl: string; thuliumUrl: string } | null
}

const element = document.getElementById('settings')

export const pageSettings = JSON.parse(element?.textContent ?? '') as PageSettings

/** The policy of this page lets styles in that carry it. Browsers show it to scripts only as a property. */
export const styleNonce = element?.nonce ?? ''

/** An address of a panel, with what it names filled in. */
export const panelLink = (which: keyof PageSettings['panels'], values: Record<string, string | number>): string =>
  pageSettings.panels[which].replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in values ? encodeURIComponent(values[name] ?? '') : whole,
  )
