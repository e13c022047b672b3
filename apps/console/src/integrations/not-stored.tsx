import { Alert } from '@mantine/core'
import { Refusal } from '../parts/states.tsx'
import { Checks, refusedOf } from './checks.tsx'

/** Why new credentials were not stored: what the other side says of each part, or what else went wrong. */
export function NotStored({ error, title }: { error: unknown; title: string }) {
  const refused = refusedOf(error)
  if (refused.length === 0) return <Refusal error={error} />
  return (
    <Alert color="red" role="alert" title={title} data-testid="not-stored">
      <Checks items={refused} />
    </Alert>
  )
}
