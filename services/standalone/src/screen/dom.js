import { fullTime, relativeTime, t } from './language.js'

/** @typedef {Node | string | null | undefined} Child */

/**
 * Texts become text nodes, never markup: most of what is shown was written by strangers.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string | undefined>} [attributes] undefined ones are left out
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) node.setAttribute(name, value)
  for (const child of children) if (child) node.append(child)
  return node
}

/** An element of the page itself. @param {string} id */
export function byId(id) {
  const node = document.getElementById(id)
  if (!node) throw new Error(`The page has no #${id}.`)
  return node
}

/** Leaves the node alone when nothing changed: what a person selected stays selected. @param {Element} node @param {string} text */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text
}

/** @param {Element} node @param {string} name @param {string | undefined} value */
export function setAttribute(node, name, value) {
  if (value === undefined) node.removeAttribute(name)
  else if (node.getAttribute(name) !== value) node.setAttribute(name, value)
}

/** @param {HTMLTimeElement} node @param {string | null | undefined} instant */
export function setRelativeTime(node, instant) {
  setText(node, instant ? relativeTime(instant) : '')
  setAttribute(node, 'datetime', instant ?? undefined)
  setAttribute(node, 'title', instant ? fullTime(instant) : undefined)
}

/** A link that keeps this page open. @param {string} href @param {Record<string, string>} attributes @param {string} text */
export const outsideLink = (href, attributes, text) =>
  el(
    'a',
    { href, target: '_blank', rel: 'noopener', ...attributes },
    text,
    el('span', { class: 'unseen' }, ` ${t('newTab')}`),
  )

/**
 * Shows the nodes unless the same are there already: what a person reads, selected or has focused stays as it is.
 * @param {Element} place @param {...Element} nodes
 */
export function show(place, ...nodes) {
  const isSame =
    place.childElementCount === nodes.length && nodes.every((node, at) => place.children[at]?.isEqualNode(node))
  if (!isSame) place.replaceChildren(...nodes)
}
