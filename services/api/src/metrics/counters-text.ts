import type { ServiceNumbers } from './service-numbers.ts'

type Counter = ServiceNumbers['counters'][number]

/** What is counted outside this process, by the beginning of its name. */
const described = [
  {
    name: 'outside_call_duration_seconds',
    type: 'histogram',
    help: 'Calls to the outside by side and outcome, and how long they took, since the beginning.',
  },
  {
    name: 'outside_charset_guessed_total',
    type: 'counter',
    help: 'Answers from the outside whose bytes contradict their label and were read as windows-1250, by side, since the beginning.',
  },
  {
    name: 'effects_settled_total',
    type: 'counter',
    help: 'How often a try of a write ended so, by kind of the write and by where it went, since the beginning.',
  },
  {
    name: 'wider_looks_cut_total',
    type: 'counter',
    help: 'How often a wider look had more pages than one look may read; it went on in the next one.',
  },
  {
    name: 'orders_not_had_total',
    type: 'counter',
    help: 'Orders that could not be had when a conversation was about them, by reason, once each time that they were asked for.',
  },
  {
    name: 'changed_lists_cut_total',
    type: 'counter',
    help: 'How often a list of changed tickets was longer than one look reads (95 000); the sweep has the rest.',
  },
  {
    name: 'outside_rows_unreadable_total',
    type: 'counter',
    help: 'Rows of lists from the outside that nobody understood, by side and list, once each time that they were shown.',
  },
  {
    name: 'reconciled_conversations_total',
    type: 'counter',
    help: 'Conversations of which log, EmpikPlace and Thulium were put side by side, since the beginning.',
  },
  {
    name: 'reconcile_findings_total',
    type: 'counter',
    help: 'What that has found, by kind, since the beginning; the same thing once each time.',
  },
  {
    name: 'alert_deliveries_total',
    type: 'counter',
    help: 'How often a try to tell somebody ended so, by channel and outcome, since the beginning.',
  },
  {
    name: 'feed_events_published_total',
    type: 'counter',
    help: 'Events that NATS has taken for the public feed, since the beginning.',
  },
  {
    name: 'feed_events_left_out_total',
    type: 'counter',
    help: 'Events that could not be published, by type, since the beginning.',
  },
  {
    name: 'nats_away_seconds_total',
    type: 'counter',
    help: 'Seconds that processes were without NATS, by service and reason, since the beginning.',
  },
] as const

const escape = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')

/** Bounds of a histogram must come in their order. */
const boundOf = ({ labels }: Counter): number =>
  labels['le'] === undefined ? 0 : Number(labels['le'].replace('+Inf', 'Infinity'))

function lineOf({ name, labels, value }: Counter): string {
  const said = Object.entries(labels).map(([label, text]) => `${label}="${escape(text)}"`)
  return `connector_${name}{${said.join(',')}} ${value}`
}

/** In the text format of Prometheus. */
export const countersText = (counters: ServiceNumbers['counters']): string =>
  described
    .map(({ name, type, help }) => {
      const own = counters.filter((counter) => counter.name.startsWith(name)).sort((a, b) => boundOf(a) - boundOf(b))
      return [`# HELP connector_${name} ${help}`, `# TYPE connector_${name} ${type}`, ...own.map(lineOf), ''].join('\n')
    })
    .join('\n')
