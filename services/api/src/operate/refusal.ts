import { Refused } from './backend.ts'

/** Fields of a request that the command line calls otherwise. */
const options: Readonly<Record<string, string>> = {
  integrationId: 'integration',
  threadId: 'thread',
  customerId: 'customer',
  effectKinds: 'effect-kind',
  codes: 'code',
  dryRun: 'dry-run',
}

/** The option that gives a field of the request; `body` alone is none. */
function optionOf(field: string): string {
  const [, name = field] = /^body\.([a-zA-Z]+)/.exec(field) ?? []
  return name === 'body' ? '' : `--${options[name] ?? name}: `
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)

/** What the API answers, in the words of the command line: options that are to be corrected, else what is to be done. */
export const refusal = (detail: string, errors: readonly { field: string; message: string }[], action = ''): Refused =>
  new Refused(
    [detail, ...(errors.length > 0 ? errors.map(({ field, message }) => optionOf(field) + message) : [action])]
      .filter((text) => text !== '')
      .map(sentence)
      .join(' '),
  )
