import { useRef, useState } from 'react'
import { ActionIcon, Button, Group, Text } from '@mantine/core'
import { IconPaperclip, IconX } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { useProblemWords } from '../../api/problem.ts'
import { tenthOfMegabyte, useMegabytes } from '../../texts/megabytes.ts'
import { changeDraft, type DraftFile } from './drafts.ts'
import { handOver, type Place, type Preview } from './queries.ts'

/** Why a file stays behind; said anew each time that it is shown, as the language may have changed. */
type Refused = { name: string } & (
  { why: 'type' } | { why: 'empty' } | { why: 'over'; bytes: number } | { why: 'failed'; error: unknown }
)

const typeOf = (name: string): string => /\.([^.\s]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** Each file that stays behind is told, not the last one only. */
function Refusals({ refusals, room }: { refusals: readonly Refused[]; room: Preview['files'] }) {
  const t = useTranslations('answer')
  const words = useProblemWords()
  const megabytes = useMegabytes()
  const say = (refused: Refused): string => {
    const { name } = refused
    switch (refused.why) {
      case 'type':
        return t('fileType', { name, types: room.allowedTypes.join(', ') })
      case 'empty':
        return t('fileEmpty', { name })
      case 'over':
        // Less than a tenth is a tenth too much, and not nothing.
        return t('fileOver', {
          name,
          over: megabytes(Math.max(refused.bytes, tenthOfMegabyte)),
          limit: megabytes(room.limitBytes),
        })
      case 'failed':
        return `${name}: ${words(refused.error)}`
    }
  }
  return (
    <div role="alert">
      {refusals.map((refused, index) => (
        <Text key={index} className="is-bad anyhow" size="sm">
          {say(refused)}
        </Text>
      ))}
    </div>
  )
}

interface FilesProps {
  id: string
  place: Place
  files: readonly DraftFile[]
  room: Preview['files']
}

/** Files of an answer: refused before they are handed over where they would not be taken, and what room is left. */
export function Files({ id, place, files, room }: FilesProps) {
  const t = useTranslations('answer')
  const input = useRef<HTMLInputElement>(null)
  const [refusals, setRefusals] = useState<readonly Refused[]>([])
  const [isBusy, setBusy] = useState(false)
  const used = files.reduce((sum, { bytes }) => sum + bytes, room.usedBytes)
  const megabytes = useMegabytes()
  const limit = megabytes(room.limitBytes)

  const add = async (chosen: readonly File[]): Promise<void> => {
    const refused: Refused[] = []
    setRefusals([])
    setBusy(true)
    let all = [...files]
    let bytes = used
    for (const file of chosen) {
      const { name, size } = file
      const type = typeOf(name)
      // `jpeg` goes out as `jpg`.
      if (!room.allowedTypes.includes(type === 'jpeg' ? 'jpg' : type)) {
        refused.push({ name, why: 'type' })
        continue
      }
      if (size === 0) {
        refused.push({ name, why: 'empty' })
        continue
      }
      if (bytes + size > room.limitBytes) {
        refused.push({ name, why: 'over', bytes: bytes + size - room.limitBytes })
        continue
      }
      const fileId = crypto.randomUUID()
      try {
        await handOver(place, fileId, file)
      } catch (error) {
        refused.push({ name, why: 'failed', error })
        continue
      }
      all = [...all, { fileId, name, bytes: size }]
      bytes += size
      changeDraft(id, { files: all })
    }
    setRefusals(refused)
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
          {t('meter', { used: megabytes(used), limit })}
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
      <Refusals refusals={refusals} room={room} />
    </div>
  )
}
