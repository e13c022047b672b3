import type { DomNode } from 'html-to-text'
import { attribute, styleOf } from './dom.ts'
import { isHidden } from './hidden.ts'

/** What an element is for, as far as its mail program tells. */
export type Role = 'hidden' | 'signature' | 'quote' | 'history' | 'content'

/** Gmail, Thunderbird, Apple, Outlook, Proton, Yahoo and many editors have "signature" in the name; some Polish ones not. */
const signatureName = /signature(?!s)|stopka|podpis/
/** Zoho's; with a number behind it, it holds the line that leads the quote in. */
const zohoSignature = 'zm-_id_-sgn'
const sparkSignature = 'messagesignaturesection'
const outlookSignature = '_mailautosig'

/** These hold quoted lines and, when somebody answers between them, the answers too. */
const quoteName =
  /(?:^|\s)(?:gmail_quote|gmail_quote_container|moz-cite-prefix|protonmail_quote|tutanota_quote)(?:\s|$)/

/** These stand before or around all that was there before, mostly without quoting it. */
const historyId =
  /^(?:appendonsend|divrplyfwdmsg|mail-editor-reference-message-container|stopspelling|replysplit|zwchr)$/
const historyName = /(?:^|\s)(?:(?:ydp[\da-z]{1,20}?)?yahoo_quoted|outlookmessageheader)(?:\s|$)/

/** Of these the end is known: what stands after it was written now. */
export const holdsHistory = (element: DomNode): boolean =>
  historyName.test(attribute(element, 'class').toLowerCase()) ||
  /^mail-editor-reference-message-container$/i.test(attribute(element, 'id')) ||
  attribute(element, 'name').toLowerCase() === 'messagereplysection'

export function roleOf(element: DomNode): Role {
  const classes = attribute(element, 'class').toLowerCase()
  const id = attribute(element, 'id').toLowerCase()
  const name = attribute(element, 'name').toLowerCase()
  if (isHidden(element)) return 'hidden'
  if (historyId.test(id) || historyName.test(classes) || name === 'messagereplysection') return 'history'
  if (quoteName.test(classes) || (element.name === 'blockquote' && attribute(element, 'type') === 'cite'))
    return 'quote'
  if (signatureName.test(classes) || signatureName.test(id) || id === zohoSignature) return 'signature'
  if (name === outlookSignature || name === sparkSignature || styleOf(element, 'mso-bookmark') === outlookSignature)
    return 'signature'
  return 'content'
}
