import { effectKinds } from '@connector/domain/effects'
import { operationKinds } from '@connector/domain/operations'
import { z } from 'zod'
import { field } from './field.ts'
import { bothLanguages, exampleTime, instant, integrationId, tenantId } from './views.ts'

const operationId = field(z.uuid(), 'Id of the operation.', '0b6f7c52-3a1d-4e0e-9a57-6f1c0b1d2e30')

export const operationParams = z.object({ operationId })
export const tenantOperationParams = z.object({ tenantId, operationId })

const threadId = field(
  z.string().min(1).max(200),
  'Id of the conversation at EmpikPlace.',
  'b8a7c9e2-1d4f-4a6b-9c3e-2f5d7e8a9b01',
)
const since = field(
  instant,
  'Only what happened then or later: `reread` what changed, `retry` and `dismiss` what was parked, `reconcile` conversations that changed, `refeed` what was recorded.',
  exampleTime,
)
const until = field(instant, 'Only what happened before.', '2026-03-02T10:15:00.000Z')
const kindsOfWrites = field(z.array(z.enum(effectKinds)).min(1).max(50), 'Only writes of these kinds.', ['reply:send'])
const codes = field(z.array(z.string().min(1).max(100)).min(1).max(50), 'Only writes parked with one of these codes.', [
  'effect.refused',
])
const share = field(
  z.number().gt(0).max(1),
  'Only this share of the conversations, drawn anew each time: `reconcile`.',
  0.05,
)
const repair = field(
  z.boolean(),
  'Cure what is safe to cure: read again what the log lacks, and try parked writes again: `reconcile`.',
  true,
)

const customerId = field(
  z.string().min(1).max(200),
  'Id that EmpikPlace has given to the buyer.',
  '8c5e2f7a-0d4b-4a77-9a59-3f1f6f5f2a01',
)

const asked = {
  kind: field(
    z.enum(operationKinds),
    '`rebuild`: read models and ledger from the log; `verify`: the log itself; `reread`: EmpikPlace and Thulium, for what the log lacks; `retry` and `dismiss`: parked writes; `reconcile`: puts log, EmpikPlace and Thulium side by side; `refeed`: publishes events of the public feed again that were recorded since `since`; `erase`: the names and texts of a buyer, for good; `retention`: of those who have written nothing since `until`.',
  ),
  since: since.optional(),
  until: until.optional(),
  effectKinds: kindsOfWrites.optional(),
  codes: codes.optional(),
  share: share.optional(),
  repair: repair.optional(),
  dryRun: field(z.boolean().default(false), 'Only tell what would be done.'),
  reason: field(
    z.string().trim().min(1).max(500),
    'Why, for those who read the log later; no data of a buyer.',
    'EmpikPlace odrzucało odpowiedzi w niedzielę',
  ).optional(),
}

export const operatorsOperationBody = z.strictObject(asked)
export const operationBody = z.strictObject({
  ...asked,
  integrationId: field(integrationId, 'Only this integration.').optional(),
  threadId: field(threadId, 'Only this conversation of the integration.').optional(),
  customerId: field(customerId, '`erase`: this buyer, unless one conversation is named.').optional(),
})
export type OperationBody = z.infer<typeof operationBody>

const scope = z
  .object({
    integrationId: field(z.string().nullable(), 'Only this integration; null for all.', null),
    threadId: field(z.string().nullable(), 'Only this conversation; null for all.', null),
    since: field(z.string().nullable(), 'Only from then on; null for all.', null),
    until: field(z.string().nullable(), 'Only before then; null for all.', null),
    effectKinds: field(z.array(z.string()).nullable(), 'Only writes of these kinds; null for all.', ['reply:send']),
    codes: field(z.array(z.string()).nullable(), 'Only writes parked with one of these codes; null for all.', null),
    share: field(z.number().nullable(), 'Only this share of the conversations; null for all.', null),
    repair: field(z.boolean(), 'Whether what is safe to cure is cured.', false),
    customerId: field(z.string().nullable(), 'This buyer; null where no buyer is named.', null),
  })
  .meta({ id: 'OperationScope' })

export const operationView = z
  .object({
    operationId,
    tenantId: field(z.string().nullable(), 'Of which tenant; null for all.', 'demo-sklep'),
    kind: field(z.string(), 'What is done.', 'rebuild'),
    what: field(bothLanguages, 'The same in words.'),
    scope: field(scope, 'What it is narrowed to.'),
    dryRun: field(z.boolean(), 'Only what would be done is told.'),
    state: field(
      z.enum(['waiting', 'running', 'finished', 'cancelled', 'failed']),
      '`waiting`: nobody has begun, or goes on with it at the moment. The last three are ends.',
    ),
    requestedAt: field(instant, 'When it was asked for.', exampleTime),
    requestedBy: field(
      z.string(),
      'Id of the access key that asked for it, or the name of somebody at a command line.',
      '3d1f7a10-0000-4000-8000-000000000001',
    ),
    reason: field(z.string().nullable(), 'Why, in his words.', 'EmpikPlace odrzucało odpowiedzi w niedzielę'),
    startedAt: field(instant.nullable(), 'When it was begun.', exampleTime),
    endedAt: field(instant.nullable(), 'When it ended.', exampleTime),
    progress: field(
      z.object({
        done: field(z.int().min(0), 'How much is done: events, writes, conversations.', 120_000),
        total: field(z.int().min(0).nullable(), 'Of how much, about; null where that is not known.', 200_000),
        perSecond: field(z.number().min(0).nullable(), 'How fast, on average; null before it was begun.', 9_000),
        estimatedEndAt: field(
          instant.nullable(),
          'When it will end at that rate; null where nobody knows.',
          exampleTime,
        ),
      }),
      'How far it has come.',
    ),
    findings: field(z.int().min(0), 'How many findings there are so far.', 3),
    result: field(
      z.record(z.string(), z.union([z.number(), z.string()])).nullable(),
      'How it went, once it has finished; the names depend on `kind`.',
      { events: 200_000, rowsRepaired: 3, longestPauseMs: 41 },
    ),
    failure: field(
      z.string().nullable(),
      'Why it failed, or why its last step did, which is tried again.',
      'The connector has a fault of its own: its database was too slow. Its operator finds it in the log.',
    ),
    cancelledBy: field(z.string().nullable(), 'Who cancelled it.', '3d1f7a10-0000-4000-8000-000000000001'),
  })
  .meta({ id: 'Operation' })
export type OperationView = z.infer<typeof operationView>

export const findingView = z
  .object({
    place: field(z.int().min(0), 'Its place among the findings.', 0),
    what: field(z.string(), 'A stable word for programs.', 'row-differs'),
    title: field(bothLanguages, 'The same in words.'),
    tenantId: field(z.string(), 'Whose it is.', 'demo-sklep'),
    integrationId: field(z.string().nullable(), 'In which integration.', '5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11'),
    threadId: field(z.string().nullable(), 'In which conversation.', 'b8a7c9e2-1d4f-4a6b-9c3e-2f5d7e8a9b01'),
    subject: field(
      z.string(),
      'The row, write or event it is about, for programs; `texts` has words for it.',
      'conversations 5f0c3b0e b8a7c9e2',
    ),
    detail: field(
      z.string(),
      'What was found or done, in English; `texts` has both languages.',
      'The row is not what the log says.',
    ),
    evidence: field(z.record(z.string(), z.unknown()), 'Ids, times and numbers.', { columns: ['subject'] }),
    cure: field(z.string().nullable(), 'What cures it, in English; null where nothing need be done.', 'rebuild'),
    texts: field(
      z.object({
        subject: field(bothLanguages, 'What it is about; a bare id where there is no word for it.'),
        detail: field(bothLanguages, 'What was found or done.'),
        cure: field(bothLanguages.nullable(), 'What cures it; null where nothing need be done.'),
      }),
      'The same for people. What was found by a version that knew no Polish is in English in both.',
    ),
  })
  .meta({ id: 'OperationFinding' })
export type FindingView = z.infer<typeof findingView>
