import { useRef, useState } from 'react'
import { ActionIcon, Button, Group, Text } from '@mantine/core'
import { IconPaperclip, IconX } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { useProblemWords } from '../../api/problem.ts'
import { changeDraft, type DraftFile } from './drafts.ts'
import { handOver, type Place, type Preview } from './queries.ts'

const megabyte = 1_048_576

const inMegabytes = (bytes: number): number => Math.round((bytes / megabyte) * 10) / 10

const typeOf = (name: string): string => /\.([^.\s]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? ''

interface FilesProps {
  id: string
  place: Place
  files: readonly DraftFile[]
  room: Preview['files']
}

/** Files of an answer: refused before they are handed over where they would not be taken, and what room is left. */
export function Files({ id, place, files, room }: FilesProps) {
  const t = useTranslations('answer')
  const words = useProblemWords()
  const input = useRef<HTMLInputElement>(null)
  const [refusal, setRefusal] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const used = files.reduce((sum, { bytes }) => sum + bytes, room.usedBytes)
  const limit = inMegabytes(room.limitBytes)

  const add = async (chosen: readonly File[]): Promise<void> => {
    setRefusal(undefined)
    setBusy(true)
    let all = [...files]
    let bytes = used
    for (const file of chosen) {
      const type = typeOf(file.name)
      // `jpeg` goes out as `jpg`.
      if (!room.allowedTypes.includes(type === 'jpeg' ? 'jpg' : type)) {
        setRefusal(t('fileType', { name: file.name }))
        continue
      }
      if (file.size === 0 || bytes + file.size > room.limitBytes) {
        const over = inMegabytes(Math.max(bytes + file.size - room.limitBytes, megabyte / 10))
        setRefusal(
          file.size === 0 ? t('fileEmpty', { name: file.name }) : t('fileOver', { name: file.name, over, limit }),
        )
        continue
      }
      const fileId = crypto.randomUUID()
      try {
        await handOver(place, fileId, file)
      } catch (error) {
        setRefusal(`${file.name}: ${words(error)}`)
        continue
      }
      all = [...all, { fileId, name: file.name, bytes: file.size }]
      bytes += file.size
      changeDraft(id, { files: all })
    }
    setBusy(false)
    if (input.current) input.current.value = ''
  }

  return (
    <div className="answer-files">
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-testid="answer-file"
        onChange={(event) => void add([...(event.currentTarget.files ?? [])])}
      />
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          loading={isBusy}
          leftSection={<IconPaperclip size={14} aria-hidden />}
          onClick={() => input.current?.click()}
        >
          {t('addFile')}
        </Button>
        <Text size="xs" c="dimmed" data-testid="meter">
          {t('meter', { used: inMegabytes(used), limit })}
        </Text>
        <meter className="meter" min={0} max={room.limitBytes} value={used} aria-label={t('meterLabel')} />
      </Group>
      <ul className="plain-list">
        {files.map(({ fileId, name }) => (
          <li key={fileId}>
            <Group gap={4} wrap="nowrap">
              <Text size="sm" className="anyhow">
                {name}
              </Text>
              <ActionIcon
                size="sm"
                variant="subtle"
                aria-label={t('removeFile', { name })}
                onClick={() => changeDraft(id, { files: files.filter((file) => file.fileId !== fileId) })}
              >
                <IconX size={14} aria-hidden />
              </ActionIcon>
            </Group>
          </li>
        ))}
      </ul>
      <div role="alert">
        {refusal !== undefined && (
          <Text className="is-bad" size="sm">
            {refusal}
          </Text>
        )}
      </div>
    </div>
  )
}
