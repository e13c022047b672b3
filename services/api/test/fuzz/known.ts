import { password, shop } from '../support/api.ts'
import type { Known } from './valid.ts'

const ofBoth = (name: string): string[] => [...Array<string>(9).fill(`~mine.${name}~`), `~theirs.${name}~`]

/** By field, or by operation and field where the same name means several things. */
const values: Record<string, readonly string[]> = {
  tenantId: ofBoth('tenantId'),
  // Of the others nothing would be left to ask about.
  'deleteTenant.tenantId': ['~spareTenant~'],
  integrationId: ofBoth('integrationId'),
  threadId: ofBoth('threadId'),
  'deleteIntegration.integrationId': ofBoth('spareIntegrationId'),
  'retryEffect.effectKey': ofBoth('effectToRetry'),
  'dismissEffect.effectKey': ofBoth('effectToDismiss'),
  'editReply.effectKey': ofBoth('effectToEdit'),
  'editReply.text': ['Paczka jest w drodze.'],
  operationId: ofBoth('operationId'),
  'getOperationOfAll.operationId': ['~operator.operationId~'],
  'listFindingsOfAll.operationId': ['~operator.operationId~'],
  'cancelOperationOfAll.operationId': ['~operator.operationId~'],
  'explainProblem.code': ['tenant.unknown'],
  cursor: ofBoth('cursor'),
  targetId: ofBoth('targetId'),
  deliveryId: ofBoth('deliveryId'),
  ...Object.fromEntries(
    ['change', 'remove'].map((verb) => [`${verb}AlertTargetOfOperator.targetId`, ['~operator.targetId~']]),
  ),
  'renewAlertSecretOfOperator.targetId': ['~operator.targetId~'],
  'testAlertTargetOfOperator.targetId': ['~operator.targetId~'],
  'replayAlertsOfOperator.targetId': ['~operator.targetId~'],
  'replayAlertDeliveryOfOperator.deliveryId': ['~operator.deliveryId~'],
  customerId: ['c-1', 'c-1', 'c-1', 'c-2'],
  'writeAnswer.text': ['Paczka jest w drodze.'],
  'writeAnswer.to': ['customer'],
  'writeAnswer.files': [],
  answerId: ofBoth('answerId'),
  'showPanel.token': ofBoth('panel'),
  keyId: ofBoth('spare.id'),
  'revokeOperatorKey.keyId': ['~operator.spare.id~'],
  'downloadFile.token': [...ofBoth('file'), '~mine.oldFile~', '~mine.addToCrm~'],
  'showAddToCrm.token': [...ofBoth('addToCrm'), '~mine.file~'],
  'pressAddToCrm.token': ofBoth('addToCrm'),
  'showLaunchLink.token': ofBoth('launch'),
  'followLaunchLink.token': ofBoth('launch'),
  'Idempotency-Key': ['~fresh~', '~fresh~', '~fresh~', '~fresh~', 'fuzz-1', 'fuzz-2'],
  'receiveThuliumWebhook.token': ofBoth('webhook'),
  'if-match': ['*', '*', '"stale"'],
  apiKey: [shop.apiKey],
  apiPassword: [password],
}

export const knownOf =
  (operation: string): Known =>
  (name) =>
    values[`${operation}.${name}`] ?? (Object.hasOwn(values, name) ? values[name] : undefined) ?? []
