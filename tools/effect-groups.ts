import { perKind } from '@connector/domain/effects'

/** Where the console shows a parked write, by kind; by path from the root. */
export const effectGroups = (): [path: string, text: string] => [
  'packages/api-client/src/effect-groups.generated.ts',
  `/** Generated from packages/domain/src/effects/kinds.ts. Do not edit: npm run generate. */\n\nexport const effectGroups = ${JSON.stringify(
    perKind(({ group }) => group),
    null,
    2,
  )} as const\n`,
]
