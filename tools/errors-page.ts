import type { CatalogueEntry } from '@connector/api'

const intro = `# Errors

Whatever goes wrong is answered as \`application/problem+json\` (RFC 9457). Programs should look at \`code\`: codes are never renamed
and never used again for something else, texts may change. \`type\` leads to a page about the code, \`detail\` says what happened this
time, and \`requestId\` finds the request in the log. This page is made from the catalogue in the code by \`npm run generate\`.
`

/** @param catalogue by code */
export const errorsPage = (catalogue: Record<string, CatalogueEntry>): string =>
  intro +
  Object.entries(catalogue)
    .sort(([one], [other]) => one.localeCompare(other))
    .map(
      ([code, { status, title, titlePl, action, actionPl }]) =>
        `\n## \`${code}\` (${status})\n\n${title}. ${action} _${titlePl}. ${actionPl}_\n`,
    )
    .join('')
