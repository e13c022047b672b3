/** Without these a message of the buyer is not in Thulium. */
const bringingMessages = `('customer:link', 'ticket:create', 'message:mirror')`

/** Sums of the columns of `hourly_counts`, over the hours that a condition names. */
const sums = (within: string): string => `json_build_object(
      'conversations', coalesce(sum(conversations) filter (where ${within}), 0),
      'messages', coalesce(sum(messages) filter (where ${within}), 0),
      'repliesSent', coalesce(sum(replies_sent) filter (where ${within}), 0),
      'tickets', coalesce(sum(tickets) filter (where ${within}), 0),
      'answered', coalesce(sum(answered) filter (where ${within}), 0),
      'answeredInDay', coalesce(sum(answered_in_day) filter (where ${within}), 0))`

/** When the newest write of these kinds was done, and how long after it was asked for; the head of an index for each kind. */
const lastOf = (kinds: readonly string[]): string => `(select json_build_object('at', settled_at,
      'delaySeconds', greatest(0, extract(epoch from settled_at - planned_at)))
    from (${kinds
      .map(
        (kind) => `(select settled_at, planned_at from effects e
      where e.tenant_id = $1 and e.integration_id = wanted.integration_id and e.state = 'confirmed'
        and e.kind = '${kind}' and e.settled_at is not null
      order by e.settled_at desc limit 1)`,
      )
      .join(' union all ')}) as newest
    order by settled_at desc limit 1)`

/**
 * Everything the tables say of some integrations of a tenant, in one statement. It reads the open effects, a row for each
 * hour in which something happened, and the heads of two partial indexes; the conversations themselves are never counted
 * (50 000 of them take 55 ms, their hours 1 ms).
 *
 * $1 tenant, $2 integrations, $3 for each, buyers who have waited since before that have waited for too long, $4 now.
 */
export const statusStatement = `
select wanted.integration_id as "integrationId",
  (select json_build_object('since', since, 'at', restored_at) from restores where confirmed_at is null) as restore,
  (select workers_of_tenant()) as workers,
  (select read_models_are_rebuilding()) as "isRebuilding",
  (select json_object_agg(p.side, json_build_object('lastSuccessAt', p.last_success_at, 'nextAt', p.next_at,
      'intervalMs', p.interval_ms, 'failures', p.failures, 'failureClass', p.failure_class, 'failureMessage', p.failure_message, 'foundLate', p.found_late,
      'foundLateAt', p.found_late_at))
    from polls p where p.tenant_id = $1 and p.integration_id = wanted.integration_id) as polls,
  (select json_object_agg(b.side, b.facts) from (
      select side, json_build_object('perMinute', max(per_minute),
        'used', coalesce(max(used) filter (where observed_at > $4::timestamptz - interval '70 seconds'), 0),
        'pausedUntil', max(paused_until) filter (where paused_until > $4::timestamptz)) as facts
      from call_budgets
      where tenant_id = $1 and integration_id in ('', wanted.integration_id) group by side) as b) as budgets,
  (select json_build_object(
      'waiting', count(*) filter (where state in ('planned', 'claimed')),
      'uncertain', count(*) filter (where state = 'unknown'),
      'parked', count(*) filter (where state = 'parked'),
      'parkedByUs', count(*) filter (where state = 'parked' and parked_code = 'effect.own_fault'),
      'oldestWaitingAt', min(planned_at) filter (where state <> 'parked'),
      'oldestParkedAt', min(coalesce(parked_at, planned_at)) filter (where state = 'parked'),
      'oldestMessageAt', min(planned_at) filter (where kind in ${bringingMessages}),
      'oldestReplyAt', min(planned_at) filter (where kind = 'reply:send'))
    from effects e
    where e.tenant_id = $1 and e.integration_id = wanted.integration_id and e.state <> 'confirmed') as effects,
  ${lastOf(['ticket:create', 'message:mirror'])} as "lastMessage",
  ${lastOf(['reply:send'])} as "lastReply",
  (select json_build_object('kind', kind, 'class', failure_class, 'message', coalesce(failure_message, ''))
    from effects e
    where e.tenant_id = $1 and e.integration_id = wanted.integration_id and e.state <> 'confirmed'
      and failure_class is not null
    order by coalesce(parked_at, claimed_at, planned_at) desc limit 1) as "lastFailure",
  (select json_build_object('conversations', coalesce(sum(conversations), 0), 'tickets', coalesce(sum(tickets), 0),
      'repliesSent', coalesce(sum(replies_sent), 0))
    from hourly_counts h where h.tenant_id = $1 and h.integration_id = wanted.integration_id) as totals,
  (select json_build_object(
      'lastHour', ${sums("hour = date_trunc('hour', $4::timestamptz, 'UTC') - interval '1 hour'")},
      'lastDay', ${sums("hour > $4::timestamptz - interval '1 day'")},
      'lastWeek', ${sums('true')})
    from hourly_counts h
    where h.tenant_id = $1 and h.integration_id = wanted.integration_id and hour > $4::timestamptz - interval '7 days'
  ) as activity,
  (select coalesce(sum(replies_pending), 0)::int from conversations c
    where c.tenant_id = $1 and c.integration_id = wanted.integration_id and c.replies_pending > 0) as "repliesPending",
  (select count(*)::int from conversations c
    where c.tenant_id = $1 and c.integration_id = wanted.integration_id
      and (c.reply_needed_since < wanted.overdue_before or c.unanswered_since < wanted.overdue_before)) as "overdueReplies",
  (select count(*)::int from conversations c
    where c.tenant_id = $1 and c.integration_id = wanted.integration_id
      and c.unanswered_since < wanted.overdue_before) as "unansweredOverdue",
  (select json_build_object('count', count(*), 'since', min(since)) from quarantined_streams q
    where q.tenant_id = $1 and q.integration_id in ('', wanted.integration_id)) as quarantined,
  (select json_build_object('operationId', o.operation_id, 'at', o.ended_at,
      'findings', (select count(*) from operation_findings f
        where f.tenant_id = o.tenant_id and f.operation_id = o.operation_id
          and f.integration_id = wanted.integration_id and f.what <> 'not-read'))
    from operations o
    where o.tenant_id = $1 and o.kind = 'reconcile' and o.status = 'finished' and o.thread_id is null
      and coalesce(o.integration_id = wanted.integration_id, true)
    order by o.requested_at desc, o.operation_id limit 1) as reconciled
from unnest($2::text[], $3::timestamptz[]) as wanted (integration_id, overdue_before)`
