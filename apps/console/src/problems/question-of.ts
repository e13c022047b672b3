import type { Question } from '../parts/confirm.tsx'
import type { Decision } from './use-parked.ts'

/** As many as the API takes. */
const maxReason = 500

/** What is asked before so many writes are tried again or given up; whoever gives up says why. */
export const questionOf = (decision: Decision, n: number, run: (reason: string) => Promise<void>): Question =>
  decision === 'retry'
    ? {
        title: (t) => t('problems.confirmRetry', { n }),
        text: (t) => t('problems.confirmRetryText'),
        button: (t) => t('problems.retry'),
        isDangerous: false,
        run,
      }
    : {
        title: (t) => t('problems.confirmDismiss', { n }),
        text: (t) => t('problems.confirmDismissText'),
        button: (t) => t('problems.dismiss'),
        isDangerous: true,
        said: {
          label: (t) => t('problems.reason'),
          description: (t) => t('problems.reasonHelp'),
          maxLength: maxReason,
        },
        run,
      }
