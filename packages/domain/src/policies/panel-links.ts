/** Address templates of the seller's EmpikPlace panel. */
export interface PanelLinks {
  base: string
  order: string
  conversation: string
  home: string
}

/**
 * The conversation's own address is unknown (EmpikPlace reference 9), so it defaults to the order, whose messages tab
 * shows it, and to the panel's home for conversations without an order.
 */
export const defaultPanelLinks: Omit<PanelLinks, 'base'> = {
  order: '{base}/mmp/shop/order/{order_id}',
  conversation: '{base}/mmp/shop/order/{order_id}',
  home: '{base}/mmp/shop/home',
}

export const linkPlaceholders = ['base', 'order_id', 'thread_id', 'shop_id'] as const
export type LinkPlaceholder = (typeof linkPlaceholders)[number]
export type LinkValues = Partial<Record<LinkPlaceholder, string>> & { base: string }

const isPlaceholder = (name: string): name is LinkPlaceholder => linkPlaceholders.some((known) => known === name)

/** What is wrong with a template, for the person who saves it; undefined when nothing is. */
export function linkTemplateProblem(template: string, allowed: readonly LinkPlaceholder[]): string | undefined {
  const names = [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name)
  const unknown = names.filter((name) => !isPlaceholder(name) || !allowed.includes(name))
  const known = allowed.map((name) => `{${name}}`).join(', ')
  if (unknown.length > 0)
    return `{${unknown.join('}, {')}} cannot be filled in here; what can is ${known} (nieznana zmienna w szablonie adresu)`
  if (/[{}]/.test(template.replace(/\{[^{}]*\}/g, '')))
    return 'A brace without its partner (nawias klamrowy bez pary w szablonie adresu)'
  if (!/^(?:\{base\}|https?:\/\/[^/{}]+)(?:\/|$)/.test(template))
    return 'An address begins with {base}/ or https:// (adres zaczyna się od {base}/ albo https://)'
  return undefined
}

/** Undefined when the template asks for something that this conversation does not have, such as an order. */
export function fillLink(template: string, values: LinkValues): string | undefined {
  let complete = true
  const filled = template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = isPlaceholder(name) ? values[name] : undefined
    if (value === undefined) complete = false
    return value === undefined ? whole : name === 'base' ? value : encodeURIComponent(value)
  })
  return complete ? filled : undefined
}

/** The address of the conversation, or of the panel where it has none of its own. */
export const conversationLink = (links: PanelLinks, values: LinkValues): string =>
  fillLink(links.conversation, values) ?? fillLink(links.home, values) ?? links.base
