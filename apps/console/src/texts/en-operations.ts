import type { operations as pl } from './pl-operations.ts'
import type { Texts } from './pl.ts'

/** What is checked, repaired or erased in the background. */
export const operations: Texts<typeof pl> = {
  ofAll: 'Operations on all accounts',
  ofAllText: 'Rebuilding, verifying the log and reading again are asked for by “npm run operate” or over the API.',
  empty: 'No operation was asked for yet',
  operation: 'Operation',
  dryRun: 'dry run',
  withRepair: 'with repair',
  progress: 'Progress',
  progressOf: '{done} of {total}',
  at: 'Asked for',
  outcome: 'State',
  findings: 'Findings',
  state: {
    waiting: 'Waiting',
    running: 'Running',
    finished: 'Finished',
    cancelled: 'Cancelled',
    failed: 'Failed',
  },
  list: 'Operations',
  listText: 'Checks, repairs and erasing. They run in the background and stop nothing.',
  reconcile: 'Compare',
  reconcileText:
    'We put the log, EmpikPlace and Thulium side by side, conversation by conversation. Nothing is changed: the differences appear in this list.',
  repair: 'Compare and repair',
  repairText:
    'We put the log, EmpikPlace and Thulium side by side and cure what is safe to cure: what is missing is read again, and parked writes are tried again.',
  requested: 'Asked for. The list of operations shows how far it has come.',
  show: 'Show',
  hide: 'Hide',
  cancel: 'Cancel',
  cancelTitle: 'Cancel the operation?',
  cancelText: 'What it has done stays done.',
  csv: 'Download CSV',
  findingsTitle: 'What was found or done',
  findingsEmpty: 'Nothing was found',
  conversation: 'Open the conversation',
  more: 'Show more',
  actions: 'Actions',
}
