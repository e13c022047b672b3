import { openLedgerRun } from '../../../services/projector/bench/ledger.ts'
import type { Queue } from './queue.ts'

const tenants = 50

export const openOurs = (databaseUrl: string): Promise<Queue> => openLedgerRun(databaseUrl, tenants)
