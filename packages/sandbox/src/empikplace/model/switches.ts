import { Switches } from '../../kit/switches.ts'

/** What the published documentation leaves open, or what differs between instances. One switch each. */
export type EmpikPlaceSwitchValues = {
  foreignShop: number
  overLimit: string
  m11UnknownParameters: string
  messageOrder: string
  storedBody: string
  oversize: number
  unauthorisedRecipient: number
  messageInputType: string
  attachmentTypes: string
  attachmentNames: string
  downloadType: string
  downloadName: string
  downloadAccept: string
  deletedAttachment: number
  pageTokenLifetimeMs: number
  pageTokenShop: string
  pageTokenPosition: string
  pageTokenAtEnd: string
  visibilityDelayMs: number
  totalCount: string
  shopSeesAllMessages: boolean
  milliseconds: string
  unknownFields: boolean
  numericIds: boolean
  newEnumValues: boolean
  hourlyLimitPerKey: number | null
}

export type EmpikPlaceSwitches = Switches<EmpikPlaceSwitchValues>

export function createEmpikPlaceSwitches(): EmpikPlaceSwitches {
  return new Switches<EmpikPlaceSwitchValues>({
    foreignShop: { initial: 403, choices: [403, 404], note: 'Answer to a shop_id the key has no access to.' },
    overLimit: {
      initial: 'reject',
      choices: ['reject', 'clamp'],
      note: 'M11 limit or OR11 max above 100: 400 or taken as 100.',
    },
    m11UnknownParameters: {
      initial: 'ignore',
      choices: ['ignore', 'reject'],
      note: 'M11 called with max, offset or the like.',
    },
    messageOrder: {
      initial: 'ascending',
      choices: ['ascending', 'descending', 'shuffled'],
      note: 'Order of messages[] in M10 and M11.',
    },
    storedBody: {
      initial: 'verbatim',
      choices: ['verbatim', 'br', 'escaped', 'escaped-br'],
      note: 'How the body of M12, M14 and OR43 is kept: as sent, newline to <br />, HTML-escaped, or both.',
    },
    oversize: { initial: 400, choices: [400, 413], note: 'Answer to a message over 30 MB.' },
    unauthorisedRecipient: {
      initial: 400,
      choices: [400, 403],
      note: 'Answer to a recipient who is not authorised in the thread.',
    },
    messageInputType: {
      initial: 'json-only',
      choices: ['json-only', 'any'],
      note: 'Whether the message_input part must carry Content-Type: application/json (else 415).',
    },
    attachmentTypes: {
      initial: 'order-documents',
      choices: ['order-documents', 'any'],
      note: 'Which file types M12 takes: the list of OR74 or all.',
    },
    attachmentNames: {
      initial: 'ascii-distinct',
      choices: ['ascii-distinct', 'any'],
      note: 'Whether file names must be US-ASCII and distinct within a message, as OR74 has it.',
    },
    downloadType: { initial: 'octet-stream', choices: ['octet-stream', 'real'], note: 'Content-Type of M13.' },
    downloadName: {
      initial: 'rfc5987',
      choices: ['rfc5987', 'raw-utf8', 'absent'],
      note: 'How the file name stands in Content-Disposition of M13.',
    },
    downloadAccept: {
      initial: 'anything',
      choices: ['anything', 'strict'],
      note: 'M13 asked with an Accept that excludes files: given all the same, as the maker’s own PHP client wants it, or 406.',
    },
    deletedAttachment: { initial: 404, choices: [404, 410], note: 'M13 of a deleted attachment.' },
    pageTokenLifetimeMs: { initial: 900_000, note: 'How long a page token is good for, by the sandbox clock.' },
    pageTokenShop: {
      initial: 'empty',
      choices: ['empty', 'reject', 'from-token'],
      note: 'M11 with a page token under another shop than the one of the token (a forgotten shop_id): empty list, 400, or goes on.',
    },
    pageTokenPosition: {
      initial: 'date',
      choices: ['date', 'thread'],
      note: 'Whether a token goes on after a date or after wherever its thread stands by then.',
    },
    pageTokenAtEnd: {
      initial: 'absent',
      choices: ['absent', 'circle'],
      note: 'The last page of M11 has no token, or one that leads to empty pages in a circle.',
    },
    visibilityDelayMs: { initial: 0, note: 'A message dated T is listed from T plus this.' },
    totalCount: {
      initial: 'all',
      choices: ['all', 'visible'],
      note: 'Whether metadata.total_count counts messages hidden from the shop.',
    },
    shopSeesAllMessages: { initial: false, note: 'Whether the shop is shown messages between customer and operator.' },
    milliseconds: {
      initial: 'when-not-zero',
      choices: ['when-not-zero', 'never'],
      note: 'Milliseconds in dates of answers.',
    },
    numericIds: {
      initial: false,
      note: 'Ids that are all digits come as JSON numbers, however large, although strings are documented.',
    },
    unknownFields: {
      initial: false,
      note: 'Adds fields nobody has documented to every object of a conversation and order.',
    },
    newEnumValues: {
      initial: false,
      note: 'Adds a new participant type, entity type, topic type and no-reply user type.',
    },
    hourlyLimitPerKey: { initial: null, note: 'Calls per key, operation and hour before 429; null is no limit.' },
  })
}
