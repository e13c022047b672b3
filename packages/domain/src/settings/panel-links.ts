import { both, type BothLanguages } from '../words/both-languages.ts'

/** Address templates of the seller's EmpikPlace panel. */
export interface PanelLinks {
  base: string
  order: string
  conversation: string
  home: string
}

/**
 * The conversation's own address is unknown (docs/outside/empikplace.md: links), so it defaults to the order, whose messages tab
 * shows it, and to the panel's home for conversations without an order.
 */
export const defaultPanelLinks: Omit<PanelLinks, 'base'> = {
  order: '{base}/mmp/shop/order/{order_id}',
  conversation: '{base}/mmp/shop/order/{order_id}',
  home: '{base}/mmp/shop/home',
}

/** The addresses of the deployment, but for those that an integration has of its own. */
export const linksWith = (
  panel: PanelLinks,
  own: { order?: string | undefined; conversation?: string | undefined },
): PanelLinks => ({ ...panel, order: own.order ?? panel.order, conversation: own.conversation ?? panel.conversation })

export const linkPlaceholders = ['base', 'order_id', 'thread_id', 'shop_id'] as const
export type LinkPlaceholder = (typeof linkPlaceholders)[number]
export type LinkValues = Partial<Record<LinkPlaceholder, string>> & { base: string }

const isPlaceholder = (name: string): name is LinkPlaceholder => linkPlaceholders.some((known) => known === name)

/** What is wrong with a template, for the person who saves it; undefined when nothing is. */
export function linkTemplateProblem(template: string, allowed: readonly LinkPlaceholder[]): BothLanguages | undefined {
  const names = [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name)
  const unknown = names.filter((name) => !isPlaceholder(name) || !allowed.includes(name))
  const known = allowed.map((name) => `{${name}}`).join(', ')
  if (unknown.length > 0) {
    const wrong = `{${unknown.join('}, {')}}`
    return both(`nieznana zmienna ${wrong}; znane są ${known}`, `Unknown variable ${wrong}; known are ${known}`)
  }
  if (/[{}]/.test(template.replace(/\{[^{}]*\}/g, ''))) return both('nawias bez pary', 'A brace without its pair')
  if (!/^(?:\{base\}|https?:\/\/[^/{}]+)(?:\/|$)/.test(template))
    return both(
      'adres zaczyna się od {base} albo od https:// i nazwy hosta',
      'An address begins with {base} or with https:// and a host name',
    )
  return undefined
}

/** Undefined when the template asks for something that this conversation does not have, such as an order. */
export function fillLink(template: string, values: LinkValues): string | undefined {
  const parts = template.split(/\{(\w+)\}/)
  let address = ''
  for (const [index, part] of parts.entries()) {
    // Every second part is what stood between braces.
    const value = index % 2 === 0 ? part : isPlaceholder(part) ? values[part] : undefined
    if (value === undefined) return undefined
    address += index % 2 === 0 || part === 'base' ? value : encodeURIComponent(value)
  }
  return address
}

/** The address of the conversation, or of the panel where it has none of its own. */
export const conversationLink = (links: PanelLinks, values: LinkValues): string =>
  fillLink(links.conversation, values) ?? fillLink(links.home, values) ?? links.base
