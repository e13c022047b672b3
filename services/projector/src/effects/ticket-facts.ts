import { isOutsideCrm } from '@connector/domain/buyers'
import { linksWith, type PanelLinks } from '@connector/domain/settings'
import type { TicketFacts } from '@connector/domain/tickets'
import type { SignedLinks } from '@connector/service-kit'
import type { EffectContext } from './handler.ts'

/** Makes what a ticket's fields and first comment are made from, with the links of this service and of the tenant. */
export type TicketFactsOf = (context: EffectContext) => TicketFacts

/** How long the link that adds a buyer to the CRM works; after that there is the API, and the panel. */
const addToCrmDays = 90
/** How long the page beside the ticket can be looked at; it shows what belongs to a buyer. */
const panelDays = 30
const dayMs = 24 * 3_600_000

export function createTicketFacts(panel: PanelLinks, links: SignedLinks, now: () => Date): TicketFactsOf {
  return ({ ref, state, connection: { settings } }) => {
    const after = (days: number): Date => new Date(now().getTime() + days * dayMs)
    return {
      threadId: ref.threadId,
      shopId: settings.shopId,
      state,
      links: linksWith(panel, settings.links),
      ...(isOutsideCrm(state) ? { addToCrmLink: links.make('add-to-crm', { ...ref }, after(addToCrmDays)) } : {}),
      panelLink: links.make('panel', { ...ref }, after(panelDays)),
    }
  }
}
