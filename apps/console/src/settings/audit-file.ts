import type { components } from '@connector/api-client'

type AuditEntry = components['schemas']['AuditEntry']

const columns = [
  'at',
  'kind',
  'keyName',
  'keyId',
  'credential',
  'address',
  'integrationId',
  'threadId',
  'subject',
  'requestId',
] as const

const rowOf = ({ by, ...entry }: AuditEntry): Record<(typeof columns)[number], string> => ({
  at: entry.at,
  kind: entry.kind,
  keyName: by?.name ?? '',
  keyId: by?.keyId ?? '',
  credential: entry.credential,
  address: entry.address,
  integrationId: entry.integrationId ?? '',
  threadId: entry.threadId ?? '',
  subject: entry.subject ?? '',
  requestId: entry.requestId,
})

/** RFC 4180. What a spreadsheet would take for a formula begins with an apostrophe. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

export function csvOf(entries: readonly AuditEntry[]): string {
  const lines = entries.map((entry) => {
    const row = rowOf(entry)
    return columns.map((name) => cell(row[name])).join(',')
  })
  return `${[columns.join(','), ...lines].join('\r\n')}\r\n`
}

export const ndjsonOf = (entries: readonly AuditEntry[]): string =>
  entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')
