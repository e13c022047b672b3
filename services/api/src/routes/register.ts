import type { App, RouteDeps } from './deps.ts'
import { registerPanel } from './panel.ts'
import { registerAddToCrm } from './add-to-crm.ts'
import { registerOperatorKeys } from './api/access-keys.ts'
import { registerOperatorAlerts } from './api/alerts.ts'
import { registerOperations } from './api/operations.ts'
import { registerTenants } from './api/tenants.ts'
import { registerTenantKeys } from './api/tenants/access-keys.ts'
import { registerTenantAlerts } from './api/tenants/alerts.ts'
import { registerBuyerExport } from './api/tenants/buyer-export.ts'
import { registerLogHeads } from './api/tenants/log-heads.ts'
import { registerOperatorAudit } from './api/audit.ts'
import { registerAudit } from './api/tenants/audit.ts'
import { registerChanges } from './api/tenants/changes.ts'
import { registerConversation } from './api/tenants/conversation.ts'
import { registerConversations } from './api/tenants/conversations.ts'
import { registerIntegrations } from './api/tenants/integrations.ts'
import { registerAddConversationToCrm } from './api/tenants/integrations/add-to-crm.ts'
import { registerAnswerFiles } from './api/tenants/integrations/answer-files.ts'
import { registerAnswerPreview } from './api/tenants/integrations/answer-preview.ts'
import { registerAnswers } from './api/tenants/integrations/answers.ts'
import { registerAutoRepliesPreview } from './api/tenants/integrations/auto-replies-preview.ts'
import { registerAuthenticate } from './api/tenants/integrations/authenticate.ts'
import { registerIntegrationChanges } from './api/tenants/integrations/changes.ts'
import { registerComments } from './api/tenants/integrations/comments.ts'
import { registerDeleteIntegration } from './api/tenants/integrations/delete.ts'
import {
  registerEffectResolutions,
  registerEffects,
  registerReplyCorrection,
} from './api/tenants/integrations/effects.ts'
import { registerIntegration } from './api/tenants/integrations/integration.ts'
import { registerKey } from './api/tenants/integrations/key.ts'
import { registerRulesPreview } from './api/tenants/integrations/rules-preview.ts'
import { registerRulesRecent } from './api/tenants/integrations/rules-recent.ts'
import { registerProbeSource } from './api/tenants/integrations/probe-source.ts'
import { registerStart } from './api/tenants/integrations/start.ts'
import { registerSeries } from './api/tenants/integrations/series.ts'
import { registerStatus } from './api/tenants/integrations/status.ts'
import { registerStop } from './api/tenants/integrations/stop.ts'
import { registerLaunchLinks } from './api/tenants/launch-links.ts'
import { registerPause } from './api/tenants/pause.ts'
import { registerTenantOperations } from './api/tenants/operations.ts'
import { registerPickLists } from './api/tenants/pick-lists.ts'
import { registerPreflight } from './api/tenants/preflight.ts'
import { registerProof } from './api/tenants/proof.ts'
import { registerQuarantine } from './api/tenants/quarantine.ts'
import { registerRetention } from './api/tenants/retention.ts'
import { registerTenantStatus } from './api/tenants/status.ts'
import { registerTenant } from './api/tenants/tenant.ts'
import { registerThulium } from './api/tenants/thulium.ts'
import { registerThuliumWebhook } from './api/tenants/thulium-webhook.ts'
import { registerSettingsSchema } from './api/settings-schema.ts'
import { registerTryShop } from './api/tenants/try-shop.ts'
import { registerToken } from './api/token.ts'
import { registerFiles } from './files.ts'
import { registerThuliumHook } from './hooks/thulium.ts'
import { registerJwks } from './jwks.ts'
import { registerLaunch } from './launch.ts'
import { registerLogKeys } from './log-keys.ts'
import { registerLivez } from './livez.ts'
import { registerProblems } from './problems.ts'
import { registerMetrics } from './metrics.ts'
import { registerReadyz } from './readyz.ts'
import { registerReference } from './reference.ts'

const routes = [
  registerLivez,
  registerReadyz,
  registerMetrics,
  registerReference,
  registerProblems,
  registerJwks,
  registerToken,
  registerTenantKeys,
  registerOperatorKeys,
  registerLaunchLinks,
  registerLaunch,
  registerTenants,
  registerAudit,
  registerOperatorAudit,
  registerPause,
  registerTenant,
  registerThulium,
  registerThuliumWebhook,
  registerThuliumHook,
  registerPreflight,
  registerPickLists,
  registerSettingsSchema,
  registerTryShop,
  registerIntegrations,
  registerIntegration,
  registerDeleteIntegration,
  registerIntegrationChanges,
  registerKey,
  registerAuthenticate,
  registerStart,
  registerStop,
  registerStatus,
  registerTenantStatus,
  registerQuarantine,
  registerRulesPreview,
  registerAutoRepliesPreview,
  registerProbeSource,
  registerAddConversationToCrm,
  registerConversations,
  registerConversation,
  registerProof,
  registerChanges,
  registerFiles,
  registerAddToCrm,
  registerSeries,
  registerEffects,
  registerEffectResolutions,
  registerReplyCorrection,
  registerTenantOperations,
  registerOperations,
  registerTenantAlerts,
  registerOperatorAlerts,
  registerLogKeys,
  registerLogHeads,
  registerBuyerExport,
  registerRetention,
  registerAnswers,
  registerAnswerPreview,
  registerAnswerFiles,
  registerComments,
  registerRulesRecent,
  registerPanel,
]

export function registerRoutes(app: App, deps: RouteDeps): void {
  for (const register of routes) register(app, deps)
}
