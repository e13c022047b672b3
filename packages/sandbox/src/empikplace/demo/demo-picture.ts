import { crc32, deflateSync } from 'node:zlib'
import type { AttachmentInput } from '../model/inputs.ts'

const width = 240
const height = 160

/** A small drawn PNG (a colored gradient with a dark crack), so that attachments of the demo show something. */
export function demoPicture(name: string, tint: number): AttachmentInput {
  const rows: number[] = []
  for (let y = 0; y < height; y += 1) {
    rows.push(0)
    for (let x = 0; x < width; x += 1) {
      const crack = Math.abs(x - width / 2 - 14 * Math.sin(y / 9) - y / 8) < 2
      const shade = 90 + Math.round((x / width) * 100)
      rows.push(...(crack ? [40, 30, 30] : [shade, Math.min(255, tint + Math.round(y / 2)), 255 - shade / 2]))
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // 8 bits per channel, color type 2 = RGB.
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const data = deflateSync(Buffer.from(rows))
  const content = Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
  return { name, type: 'image/png', content }
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const frame = Buffer.alloc(body.length + 8)
  frame.writeUInt32BE(data.length, 0)
  frame.set(body, 4)
  frame.writeUInt32BE(crc32(body), body.length + 4)
  return frame
}
