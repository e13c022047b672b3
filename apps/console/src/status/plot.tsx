import { useEffect, useRef } from 'react'
import { useComputedColorScheme } from '@mantine/core'
import { useLocale } from 'use-intl'
import UPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'

interface PlotProps {
  points: readonly { at: string; value: number }[]
  height: number
}

const colours = {
  light: { line: '#0b6272', fill: 'rgba(11, 98, 114, 0.15)', text: '#495057', grid: '#dee2e6' },
  dark: { line: '#74bfcb', fill: 'rgba(116, 191, 203, 0.2)', text: '#b8b8b8', grid: '#424242' },
} as const

/** Bars over time. It is a picture; the table under it says the same to readers of the screen. */
export default function Plot({ points, height }: PlotProps) {
  const box = useRef<HTMLDivElement>(null)
  const scheme = useComputedColorScheme()
  const language = useLocale()
  useEffect(() => {
    const { current } = box
    if (!current) return undefined
    const { line, fill, text, grid } = colours[scheme]
    const spanMs = new Date(points.at(-1)?.at ?? 0).getTime() - new Date(points[0]?.at ?? 0).getTime()
    // The first and the last bar are as wide as the others.
    const half = points.length > 1 ? spanMs / (points.length - 1) / 2_000 : 1_800
    const isShort = spanMs <= 26 * 3_600_000
    const stamp = new Intl.DateTimeFormat(language, {
      timeZone: 'Europe/Warsaw',
      ...(isShort ? { hour: '2-digit', minute: '2-digit' } : { day: 'numeric', month: 'numeric' }),
    })
    const bars = UPlot.paths.bars?.({ size: [0.7, 24] })
    const axis = { stroke: text, grid: { stroke: grid, width: 1 }, ticks: { show: false } }
    const plot = new UPlot(
      {
        width: current.clientWidth,
        height,
        legend: { show: false },
        cursor: { show: false },
        scales: {
          x: { range: (_plot, min, max) => [min - half, max + half] },
          y: { range: (_plot, _min, max) => [0, Math.max(4, Math.ceil(max * 1.1))] },
        },
        axes: [
          { ...axis, values: (_plot, ticks) => ticks.map((tick) => stamp.format(new Date(tick * 1000))) },
          { ...axis, size: 36, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000, 10_000] },
        ],
        series: [{}, { stroke: line, fill, points: { show: false }, ...(bars ? { paths: bars } : {}) }],
      },
      [points.map(({ at }) => new Date(at).getTime() / 1000), points.map(({ value }) => (value === 0 ? null : value))],
      current,
    )
    const watch = new ResizeObserver(() => plot.setSize({ width: current.clientWidth, height }))
    watch.observe(current)
    return () => {
      watch.disconnect()
      plot.destroy()
    }
  }, [points, height, scheme, language])
  return <div ref={box} aria-hidden />
}
