import { defaultPanelLinks, type PanelLinks } from '@connector/domain/settings'
import { z } from 'zod'

/** Where people find orders and conversations in the panel of EmpikPlace, unless an integration says otherwise. */
export const panelSettings = {
  ORDER_LINK: z
    .string()
    .default(defaultPanelLinks.order)
    .describe(
      'Address of an order in the EmpikPlace panel; {base}, {order_id}, {thread_id} and {shop_id} are filled in.',
    ),
  CONVERSATION_LINK: z
    .string()
    .default(defaultPanelLinks.conversation)
    .describe('Address of a conversation in the EmpikPlace panel, with the same placeholders.'),
}

export const panelLinksOf = (settings: {
  EMPIKPLACE_URL: string
  ORDER_LINK: string
  CONVERSATION_LINK: string
}): PanelLinks => ({
  base: settings.EMPIKPLACE_URL,
  order: settings.ORDER_LINK,
  conversation: settings.CONVERSATION_LINK,
  home: defaultPanelLinks.home,
})
