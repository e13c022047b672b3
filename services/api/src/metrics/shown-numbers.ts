import type { ServiceNumbers } from './service-numbers.ts'

/** One number each. */
export const plainNumbers: readonly { name: string; help: string; of: (numbers: ServiceNumbers) => number }[] = [
  {
    name: 'oldest_waiting_seconds',
    help: 'Age of the oldest write to the outside that is to be done.',
    of: ({ oldestWaitingSeconds }) => oldestWaitingSeconds,
  },
  {
    name: 'projection_lag_seconds',
    help: 'Age of the oldest event that is not in the read models.',
    of: ({ projectionLagSeconds }) => projectionLagSeconds,
  },
  {
    name: 'sweep_waiting',
    help: 'Unchanged tickets whose turn to be read it was and that must wait.',
    of: ({ sweepWaiting }) => sweepWaiting,
  },
  {
    name: 'sweep_oldest_seconds',
    help: 'Time since one of them was read, the longest of all accounts.',
    of: ({ sweepOldestSeconds }) => sweepOldestSeconds,
  },
  {
    name: 'replies_found_late',
    help: 'Replies that no list of changes had shown, since the beginning.',
    of: ({ repliesFoundLate }) => repliesFoundLate,
  },
  {
    name: 'thulium_clock_offset_seconds',
    help: 'Thulium’s clock against ours, the furthest of all accounts.',
    of: ({ clockOffsetSeconds }) => clockOffsetSeconds,
  },
  {
    name: 'quarantined_streams',
    help: 'Conversations, integrations and accounts that cannot be read.',
    of: ({ quarantinedStreams }) => quarantinedStreams,
  },
  {
    name: 'unreadable_inputs',
    help: 'Things that outside APIs showed and nobody understood, so far.',
    of: ({ unreadableInputs }) => unreadableInputs,
  },
  {
    name: 'shops_in_several_tenants',
    help: 'Shops that more than one tenant has connected.',
    of: ({ shopsInSeveralTenants }) => shopsInSeveralTenants,
  },
  {
    name: 'paused_after_restore',
    help: '1 while a restored database waits for a person’s confirmation.',
    of: ({ pausedAfterRestore }) => pausedAfterRestore,
  },
  {
    name: 'alert_deliveries_waiting',
    help: 'Alerts that are not delivered yet.',
    of: ({ alertDeliveriesWaiting }) => alertDeliveriesWaiting,
  },
  {
    name: 'alert_oldest_undelivered_seconds',
    help: 'Age of the oldest of them.',
    of: ({ oldestUndeliveredSeconds }) => oldestUndeliveredSeconds,
  },
  {
    name: 'alert_targets_disabled',
    help: 'Targets of alerts that were disabled after failures.',
    of: ({ alertTargetsDisabled }) => alertTargetsDisabled,
  },
  {
    name: 'alert_watch_seconds',
    help: 'Time since somebody last looked for what people are to be told.',
    of: ({ alertWatchSeconds }) => alertWatchSeconds,
  },
  {
    name: 'feed_behind_seconds',
    help: 'Age of the oldest event that is not in the public feed, where there is one.',
    of: ({ feedBehindSeconds }) => feedBehindSeconds ?? 0,
  },
  {
    name: 'conversations',
    help: 'Conversations, as the database estimates.',
    of: ({ conversations }) => conversations,
  },
]

interface Labelled {
  name: string
  help: string
  label: string
  of: (numbers: ServiceNumbers) => Record<string, number>
}

/** Of the process that answers its own delay is shown beside those in the database. */
export const loopDelays: Labelled = {
  name: 'event_loop_delay_seconds',
  help: 'Longest calculation since it was last told, by service.',
  label: 'service',
  of: ({ loopDelaySeconds }) => loopDelaySeconds,
}

/** A number for each value of a label. */
export const labelledNumbers: readonly Labelled[] = [
  {
    name: 'effects',
    help: 'Writes to the outside that are not finished, by state.',
    label: 'state',
    of: ({ effects }) => effects,
  },
  {
    name: 'integrations',
    help: 'Integrations, by status.',
    label: 'status',
    of: ({ integrations }) => integrations,
  },
  {
    name: 'failing_looks',
    help: 'Running integrations whose last three looks at a side failed.',
    label: 'side',
    of: ({ failingSides }) => failingSides,
  },
  {
    name: 'oldest_look_seconds',
    help: 'Time since the last good look, the longest of all.',
    label: 'side',
    of: ({ oldestLookSeconds }) => oldestLookSeconds,
  },
  {
    name: 'open_incidents',
    help: 'What people were told of and that is not over, by kind.',
    label: 'kind',
    of: ({ openIncidents }) => openIncidents,
  },
  {
    name: 'workers',
    help: 'Live processes, by service.',
    label: 'service',
    of: ({ workers }) => workers,
  },
  {
    name: 'leases',
    help: 'Tenants that some process works for, by service.',
    label: 'service',
    of: ({ leases }) => leases,
  },
]
