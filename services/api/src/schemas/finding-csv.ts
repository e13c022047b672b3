import type { FindingView } from './operation.ts'

const columns = [
  'place',
  'what',
  'tenantId',
  'integrationId',
  'threadId',
  'subject',
  'detail',
  'evidence',
  'cure',
] as const

function written(value: FindingView[(typeof columns)[number]]): string {
  if (value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** RFC 4180. What a spreadsheet would take for a formula begins with an apostrophe. */
function cell(value: FindingView[(typeof columns)[number]]): string {
  const text = written(value)
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** Without the end of the line. */
export const csvHead = columns.join(',')

export const csvLine = (finding: FindingView): string => columns.map((name) => cell(finding[name])).join(',')
