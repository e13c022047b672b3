import type { ColumnType, Generated, InsertType, Selectable } from 'kysely'

type Json<T> = ColumnType<T, string, string>
/** PostgreSQL's bigint comes back as text; every such number here stays far below 2^53 and is parsed by `connect`. */
type Big = number

interface TenantTable {
  tenant_id: string
  connection: Json<Record<string, unknown>>
  revision: number
}

interface TenantRestTable {
  tenant_id: string
  state: 'working' | 'paused' | 'deleted'
  reason: string | null
  since: Date
}

interface IntegrationTable {
  tenant_id: string
  integration_id: string
  settings: Json<Record<string, unknown>> | null
  status: string
  started_at: Date | null
  state: Json<Record<string, unknown>>
  changed_at: Date
  revision: number
}

interface ConversationTable {
  tenant_id: string
  integration_id: string
  thread_id: string
  subject: string
  customer_id: string | null
  customer_name: string | null
  order_id: string | null
  /** Whether all of them are. */
  order_recorded: boolean
  order_ids: Generated<string[]>
  orders_missing: Generated<string[]>
  thulium_customer_id: Big | null
  outside_crm: Generated<boolean>
  ticket_id: Big | null
  message_count: number
  last_message_at: Date | null
  last_author: string | null
  /** How the last message begins. */
  last_words: Generated<string>
  /** A message or a reply of it had files. */
  has_files: Generated<boolean>
  /** Orders of it whose buyer has opened an incident. */
  incident_orders: Generated<string[]>
  replies_pending: number
  replies_sent: number
  reply_needed_since: Date | null
  unanswered_since: Date | null
  person_clock: ColumnType<unknown, string | undefined, string>
  planning: Json<unknown>
  revision: number
  changed_at: Date
}

interface CustomerTable {
  tenant_id: string
  customer_id: string
  thulium_customer_id: Big
}

interface EffectTable {
  tenant_id: string
  effect_key: string
  integration_id: string
  thread_id: string
  lane: string
  kind: string
  subject: string
  readers: string | null
  seq: Big
  holds_lane: boolean
  state: string
  fence: Generated<Big>
  claimed_at: Date | null
  attempts: Generated<number>
  failures: Generated<number>
  lookups: Generated<number>
  ambiguous_sends: Generated<number>
  passed_over: Generated<number>
  /** What was doubted; before migration 41 also what the next two count. */
  lasting_failures: Generated<number>
  gateway_answers: Generated<number>
  own_faults: Generated<number>
  not_before: Date
  failure_class: string | null
  failure_message: string | null
  planned_at: Date
  settled_at: Date | null
  parked_at: Date | null
  parked_code: string | null
  traceparent: string | null
}

interface HourlyCountTable {
  tenant_id: string
  integration_id: string
  hour: Date
  conversations: number
  messages: number
  replies_requested: number
  replies_sent: number
  tickets: number
  parked: number
  /** Waits of buyers that ended in it, and how many of them within 24 hours. */
  answered: Generated<number>
  answered_in_day: Generated<number>
}

interface CheckpointTable {
  projection: string
  position: string | null
  rebuild_until: string | null
}

interface PollTable {
  tenant_id: string
  integration_id: string
  side: 'empikplace' | 'thulium'
  cursor: Date | null
  next_at: Date
  last_success_at: Date | null
  hinted_at: Date | null
  failures: Generated<number>
  failure_class: string | null
  failure_message: string | null
  swept_at: Date | null
  found_late: Generated<number>
  found_late_at: Date | null
  interval_ms: Generated<number | null>
}

interface CallBudgetTable {
  tenant_id: string
  integration_id: string
  side: string
  reporter: string
  per_minute: number | null
  used: number
  paused_until: Date | null
  observed_at: Date
}

interface CallPeakTable {
  tenant_id: string
  integration_id: string
  side: string
  hour: Date
  peak: number
  per_minute: number | null
}

interface ThuliumWebhookTable {
  tenant_id: string
  generation: number
}

interface TicketReadTable {
  tenant_id: string
  ticket_id: Big
  read_at: Date
  closed: boolean
  unchanged_while: Date | null
  shown_updated_at: Date | null
  shown_since: Date | null
  owed: Generated<boolean>
}

interface ThuliumLookTable {
  tenant_id: string
  looked_at: Date
  clock_offset_ms: Big | null
  sweep_waiting: number
  sweep_oldest_at: Date | null
  found_late: Big
}

interface ReplySightingTable {
  tenant_id: string
  ticket_id: Big
  message_id: Big
  digest: string
  first_seen_at: Date
}

interface DataKeyTable {
  tenant_id: string
  wrapped_key: Buffer
  version: number
}

interface CredentialTable {
  tenant_id: string
  purpose: string
  version: number
  ciphertext: Buffer
}

interface AccessKeyTable {
  id: string
  tenant_id: string | null
  name: string
  hash: Buffer
  prefix: string
  scopes: string[]
  expires_at: Date | null
  last_used_at: Date | null
  revoked_at: Date | null
  created_at: Date
  made_by: Generated<string | null>
  revoked_with: Generated<string | null>
}

interface AuditEntryTable {
  tenant_id: string
  entry_id: Generated<Big>
  at: Date
  kind: string
  key_id: string | null
  key_name: string | null
  credential: string
  address: string
  request_id: string
  integration_id: string | null
  thread_id: string | null
  subject: string | null
}

interface SigningKeyTable {
  kid: string
  public_key: Json<unknown>
  created_at: Date
}

interface UsedLaunchLinkTable {
  tenant_id: string
  link_id: string
  expires_at: Date
}

interface IdempotencyKeyTable {
  tenant_id: string
  access_key_id: string
  key: string
  method: string
  path: string
  digest: Buffer
  operation_id: string
  created_at: Date
  claimed_at: Date | null
  finished_at: Date | null
  status: number | null
  headers: Json<Record<string, string>> | null
  body: string | null
}

interface ShopClaimTable {
  tenant_id: string
  shop_id: string
  holder: string
  claimed_at: Generated<Date>
}

interface LeaseTable {
  service: string
  tenant_id: string
  owner: string | null
  ttl_ms: Generated<number | null>
  fence: Generated<Big>
  expires_at: Date | null
  /** Prepared for, and not about to be given to others; otherwise nothing is found by it. */
  ready: Generated<boolean>
}

interface WorkerTable {
  service: string
  owner: string
  expires_at: Date
  loop_delay_ms: Generated<number>
  pool_total: Generated<number>
  pool_idle: Generated<number>
  pool_waiting: Generated<number>
}

interface ServiceCounterTable {
  name: string
  labels: Json<Record<string, string>>
  value: number
}

interface QuarantinedStreamTable {
  tenant_id: string
  stream_id: string
  integration_id: string
  thread_id: string
  event_id: string
  event_type: string
  schema_version: number
  revision: number
  recorded_at: Date
  reason: string
  since: Date
  tried_at: Date
}

interface RestoreTable {
  id: Generated<Big>
  since: Date
  restored_at: Generated<Date>
  restored_by: string
  confirmed_at: Date | null
  confirmed_by: string | null
}

interface OperationTable {
  tenant_id: string
  operation_id: string
  kind: string
  integration_id: string | null
  thread_id: string | null
  scope: Json<unknown>
  dry_run: boolean
  requested_at: Date
  requested_by: string
  reason: string | null
  status: string
  ended_at: Date | null
  cancelled_by: string | null
  result: Json<Record<string, number | string>> | null
  failure: string | null
}

interface OperationRunTable {
  tenant_id: string
  operation_id: string
  fence: Big
  owner: string | null
  expires_at: Date | null
  not_before: Date
  started_at: Date
  updated_at: Date
  cursor: Json<unknown> | null
  done: Generated<Big>
  total: Big | null
  findings: Generated<number>
  faults: Generated<number>
  fault: string | null
}

interface OperationFindingTable {
  tenant_id: string
  operation_id: string
  place: number
  what: string
  of_tenant: string
  integration_id: string | null
  thread_id: string | null
  subject: string
  detail: string
  /** Null in findings of before there was Polish; `cure_pl` too. */
  detail_pl: string | null
  evidence: Json<Record<string, unknown>>
  cure: string | null
  cure_pl: string | null
}

interface OperationStreamTable {
  tenant_id: string
  operation_id: string
  stream_id: string
  revision: number
  digest: string | null
}

interface ConversationKeyTable {
  tenant_id: string
  owner: string
  generation: number
  wrapped_key: Buffer | null
  created_at: Generated<Date>
  retired_at: Date | null
  erased_at: Date | null
}

interface LogSigningKeyTable {
  key_id: string
  public_key: Json<unknown>
  created_at: Generated<Date>
}

interface LogChainTable {
  tenant_id: string
  position: string
  events: Big
  digest: string
}

interface LogHeadTable {
  tenant_id: string
  day: string
  position: string
  events: Big
  digest: Buffer
  key_id: string
  signature: Buffer
  signed_at: Date
}

interface AlertTargetTable {
  /** `*` for the operator's. */
  tenant_id: string
  target_id: string
  channel: 'webhook' | 'email'
  name: string
  address: string
  language: 'pl' | 'en'
  /** Empty for all. */
  kinds: string[]
  created_at: Date
  disabled_at: Date | null
  disabled_because: 'person' | 'failures' | 'gone' | null
  failing_since: Date | null
  last_success_at: Date | null
}

interface AlertIncidentTable {
  tenant_id: string
  incident_id: string
  integration_id: string
  kind: string
  subject: string
  since: Date
  opened_at: Date
  count: number
  told_count: number
  clear_since: Date | null
  over_at: Date | null
}

interface AlertTable {
  tenant_id: string
  alert_id: string
  incident_id: string | null
  integration_id: string
  at: Date
  content: Json<unknown>
  left_out: boolean
  told_at: Date | null
}

interface AlertDeliveryTable {
  tenant_id: string
  delivery_id: string
  target_id: string
  alert_id: string
  state: 'waiting' | 'delivered' | 'failed'
  created_at: Date
  attempts: Generated<number>
  next_at: Date
  claimed_by: string | null
  claimed_until: Date | null
  last_at: Date | null
  last_status: number | null
  last_failure: string | null
}

interface AlertWatchTable {
  one: Generated<boolean>
  owner: string | null
  expires_at: Date
  looked_at: Date | null
}

interface FeedPublisherTable {
  one: Generated<boolean>
  owner: string | null
  expires_at: Date
  position: string | null
  looked_at: Date | null
  behind_since: Date | null
}

interface ConversationWordTable {
  tenant_id: string
  integration_id: string
  thread_id: string
  revision: number
  words: string[]
}

interface AnswerFileTable {
  tenant_id: string
  file_id: string
  integration_id: string
  thread_id: string
  name: string
  content_type: string
  size: number
  bytes: Buffer
  uploaded_at: Generated<Date>
}

export interface Tables {
  tenants: TenantTable
  integrations: IntegrationTable
  conversations: ConversationTable
  customers: CustomerTable
  effects: EffectTable
  checkpoints: CheckpointTable
  polls: PollTable
  thulium_webhooks: ThuliumWebhookTable
  call_budgets: CallBudgetTable
  call_peaks: CallPeakTable
  ticket_reads: TicketReadTable
  thulium_looks: ThuliumLookTable
  reply_sightings: ReplySightingTable
  data_keys: DataKeyTable
  credentials: CredentialTable
  access_keys: AccessKeyTable
  audit_entries: AuditEntryTable
  signing_keys: SigningKeyTable
  used_launch_links: UsedLaunchLinkTable
  idempotency_keys: IdempotencyKeyTable
  shop_claims: ShopClaimTable
  leases: LeaseTable
  workers: WorkerTable
  service_counters: ServiceCounterTable
  hourly_counts: HourlyCountTable
  tenant_rests: TenantRestTable
  quarantined_streams: QuarantinedStreamTable
  restores: RestoreTable
  operations: OperationTable
  operation_runs: OperationRunTable
  operation_findings: OperationFindingTable
  operation_streams: OperationStreamTable
  alert_targets: AlertTargetTable
  alert_incidents: AlertIncidentTable
  alerts: AlertTable
  alert_deliveries: AlertDeliveryTable
  alert_watch: AlertWatchTable
  conversation_keys: ConversationKeyTable
  log_signing_keys: LogSigningKeyTable
  log_chains: LogChainTable
  log_heads: LogHeadTable
  conversation_words: ConversationWordTable
  answer_files: AnswerFileTable
  feed_publisher: FeedPublisherTable
}

/** A row with all its columns, as it is read. */
export type Row<T extends keyof Tables> = Selectable<Tables[T]>

type WithDefault<T extends keyof Tables> = {
  [C in keyof Tables[T]]: undefined extends InsertType<Tables[T][C]> ? C : never
}[keyof Tables[T]]

/** A row that is to be added: all columns but those with a default. */
export type NewRow<T extends keyof Tables> = Omit<Row<T>, WithDefault<T>>
