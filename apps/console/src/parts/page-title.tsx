import type { ReactNode, Ref } from 'react'
import { Group, Text, Title } from '@mantine/core'

interface PageTitleProps {
  title: string
  text?: string
  children?: ReactNode
  /** Takes the focus when what had it is gone. */
  heading?: Ref<HTMLHeadingElement>
}

export function PageTitle({ title, text, children, heading }: PageTitleProps) {
  return (
    <div>
      <Group justify="space-between" gap="sm">
        <Title order={1} size="h2" ref={heading} tabIndex={-1}>
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
