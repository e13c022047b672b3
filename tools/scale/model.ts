import type { Costs } from './costs.ts'

/** What accounts do, and how it is run. All of it is assumed, and can be changed. */
export interface Assumptions {
  shopsPerAccount: number
  /** Conversations of one account in a day. */
  conversationsPerDay: number
  /** Of a day's conversations those of its busiest hour. */
  busiestHour: number
  /** Time between two looks at a shop, and at an account, in seconds. */
  lookEverySeconds: { empikplace: number; thulium: number }
  /** How busy a core may be before another process is started. */
  fullAt: number
  /** Connections of one process to the database at most. */
  connectionsPerProcess: number
  /** The largest database server that is thought of, in cores. */
  databaseCores: number
  /** What a core and a GiB of disk cost in a month, in euros. */
  euros: { core: number; gib: number }
}

export const assumed: Assumptions = {
  shopsPerAccount: 1.2,
  conversationsPerDay: 8,
  busiestHour: 0.12,
  lookEverySeconds: { empikplace: 120, thulium: 45 },
  fullAt: 0.7,
  connectionsPerProcess: 10,
  databaseCores: 32,
  euros: { core: 20, gib: 0.15 },
}

export interface Needs {
  accounts: number
  looksPerSecond: number
  conversationsPerSecond: number
  ingests: number
  projectors: number
  /** The API is asked by people and dashboards, not by accounts: two, so that one may fail. */
  apis: number
  cores: { ours: number; database: number }
  connections: number
  /** Writes to the disk in a second, before the database joins those that come together. */
  commitsPerSecond: number
  diskGibPerYear: number
  callsPerSecond: { empikplace: number; thulium: number }
  eurosPerMonth: number
}

const secondsOfHour = 3_600
const millisecondsOfSecond = 1_000
const kibOfGib = 1024 * 1024

/** Looks that end within 25 ms are written down together, by each process. */
const lookCommitsOfProcess = 40

/** Two of each, so that one may fail. */
const processes = (cores: number, fullAt: number): number => Math.max(2, Math.ceil(cores / fullAt))

/** What so many accounts need in their busiest hour. */
export function needsOf(accounts: number, costs: Costs, assumptions: Assumptions): Needs {
  const { shopsPerAccount, conversationsPerDay, busiestHour, lookEverySeconds, fullAt, euros } = assumptions
  const empikplaceLooks = (accounts * shopsPerAccount) / lookEverySeconds.empikplace
  const thuliumLooks = accounts / lookEverySeconds.thulium
  const looksPerSecond = empikplaceLooks + thuliumLooks
  const conversationsPerSecond = (accounts * conversationsPerDay * busiestHour) / secondsOfHour
  const busy = (each: number, perSecond: number): number => (each * perSecond) / millisecondsOfSecond
  const looking = busy(costs.look.ours, looksPerSecond)
  const working = busy(costs.conversation.ours, conversationsPerSecond)
  const database = busy(costs.look.database, looksPerSecond) + busy(costs.conversation.database, conversationsPerSecond)
  const ingests = processes(looking, fullAt)
  const projectors = processes(working, fullAt)
  const apis = 2
  const { perConversation, kibEach } = costs.events
  const diskGibPerYear = (accounts * conversationsPerDay * 365 * perConversation * kibEach) / kibOfGib
  const cores = ingests + projectors + apis
  const databaseCores = Math.max(2, Math.ceil(database / fullAt))
  return {
    accounts,
    looksPerSecond,
    conversationsPerSecond,
    ingests,
    projectors,
    apis,
    cores: { ours: looking + working, database },
    connections: (ingests + projectors + apis) * (assumptions.connectionsPerProcess + 1),
    commitsPerSecond:
      Math.min(looksPerSecond, ingests * lookCommitsOfProcess) +
      conversationsPerSecond * costs.conversation.transactions,
    diskGibPerYear,
    callsPerSecond: {
      empikplace: empikplaceLooks + conversationsPerSecond,
      thulium: thuliumLooks + conversationsPerSecond * costs.thuliumCallsPerConversation,
    },
    eurosPerMonth: (cores + databaseCores) * euros.core + diskGibPerYear * euros.gib,
  }
}

export interface Ceiling {
  what: string
  /** With so many accounts it is reached. */
  accounts: number
  whatMovesIt: string
}

/** What there is only one of, and how many accounts it bears; the lowest first. */
export function ceilingsOf(costs: Costs, assumptions: Assumptions): Ceiling[] {
  const of = (share: (needs: Needs) => number): number => {
    // Everything but what is rounded up grows with the number of accounts.
    const many = 1_000_000
    return (many * assumptions.fullAt) / share(needsOf(many, costs, assumptions))
  }
  const ceilings: Ceiling[] = [
    {
      what: `one database server of ${assumptions.databaseCores} cores`,
      accounts: of(({ cores }) => cores.database / assumptions.databaseCores),
      whatMovesIt:
        'longer times between looks; the log in EventStoreDB; then one database for a part of the accounts each',
    },
    {
      what: 'one projector that folds every event',
      accounts: of(
        ({ conversationsPerSecond }) => (conversationsPerSecond * costs.events.perConversation) / costs.foldedPerSecond,
      ),
      whatMovesIt: 'more projectors, which share it in eight parts (decision 29); not measured yet',
    },
  ]
  return ceilings.sort((a, b) => a.accounts - b.accounts)
}
