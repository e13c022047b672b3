import type { ReactNode } from 'react'
import { Group, Text, Title } from '@mantine/core'

export function PageTitle({ title, text, children }: { title: string; text?: string; children?: ReactNode }) {
  return (
    <div>
      <Group justify="space-between" gap="sm">
        <Title order={1} size="h2">
          {title}
        </Title>
        {children}
      </Group>
      {text !== undefined && (
        <Text c="dimmed" mt={4} maw="48rem">
          {text}
        </Text>
      )}
    </div>
  )
}
