/**
 * Tags that mail editors write. A `<` before anything else is what a person typed ("szczelina ma <2 mm") and stays;
 * the same rule makes the text of tickets.
 */
const knownTag =
  /<(?=\/?(?:a|abbr|b|big|blockquote|body|br|center|code|div|em|font|h[1-6]|head|hr|html|i|img|li|meta|o:p|ol|p|pre|s|small|span|strike|strong|style|sub|sup|table|tbody|td|tfoot|th|thead|title|tr|tt|u|ul)[\s/>]|!--|!doctype)/i
const loneBracket = new RegExp(`<(?!${knownTag.source.slice(4)}`, 'gi')

const silent = new Set(['STYLE', 'SCRIPT', 'HEAD', 'TITLE', 'TEMPLATE', 'NOSCRIPT', 'IFRAME', 'OBJECT'])
const blocks = new Set(
  'P DIV TR UL OL LI H1 H2 H3 H4 H5 H6 TABLE BLOCKQUOTE PRE HR ADDRESS SECTION ARTICLE HEADER FOOTER'.split(' '),
)

/** @param {string} markup @param {string} skip */
function fromMarkup(markup, skip) {
  // A parsed document that is never shown: nothing in it runs or loads.
  const { body } = new DOMParser().parseFromString(markup.replace(loneBracket, '&lt;'), 'text/html')
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && (silent.has(node.tagName) || (skip !== '' && node.matches(skip)))
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  )
  let text = ''
  /** Block elements being read, innermost last: leaving one ends its line. @type {Node[]} */
  const open = []
  while (walker.nextNode()) {
    const node = walker.currentNode
    while (open.length > 0 && !open.at(-1)?.contains(node)) {
      open.pop()
      text += '\n'
    }
    if (node instanceof Element) {
      if (node.tagName === 'BR') text += '\n'
      else if (blocks.has(node.tagName)) {
        open.push(node)
        text += `${node.tagName === 'P' ? '\n\n' : '\n'}${node.tagName === 'LI' ? '• ' : ''}`
      } else if (node.tagName === 'TD' || node.tagName === 'TH') text += ' '
    } else text += (node.textContent ?? '').replace(/\s+/g, ' ')
  }
  return text
}

/**
 * Text for people out of a body that may be HTML, plain text or a mix.
 * @param {string} body
 * @param {string} [skip] CSS selector of elements to leave out, e.g. quoted history
 */
export function readableText(body, skip = '') {
  const text =
    knownTag.test(body) || /&(?:#\d+|#x[\da-f]+|[a-z]+);/i.test(body) ? fromMarkup(keepLines(body), skip) : body
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]*\n[^\S\n]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Without any tag, line ends are the person's own. @param {string} body */
const keepLines = (body) => (knownTag.test(body) ? body : body.replace(/\r\n?|\n/g, '<br>'))
