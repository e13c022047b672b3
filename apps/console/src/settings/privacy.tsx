import { Divider, Stack } from '@mantine/core'
import { useTenant } from '../app/tenant.ts'
import { OneBuyer } from './one-buyer.tsx'
import { Retention } from './retention.tsx'

/** How long data of clients are kept, and what is held about one of them. */
export function Privacy() {
  const { may } = useTenant()
  return (
    <Stack gap="lg" className="form-width">
      <Retention />
      {may('conversations:read') && (
        <>
          <Divider />
          <OneBuyer />
        </>
      )}
    </Stack>
  )
}
