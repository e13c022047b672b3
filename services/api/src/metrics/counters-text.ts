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
