import type { ChildProcess } from 'node:child_process'
import { expect, it } from 'vitest'
import type { Paper } from '#lib/base/paper'
import { drawPdf } from './pdf/draw.ts'
import { makePdf, PdfRefused } from './pdf.ts'

const paper = (rows: number): Paper => ({
  title: 'List',
  author: 'Practice',
  language: 'en',
  size: 'letter',
  madeAt: new Date('2026-11-22T15:00:00Z'),
  mark: 'draft',
  blocks: [
    {
      kind: 'table',
      columns: [
        { head: 'Number', share: 1 },
        { head: 'Words', share: 4 },
      ],
      rows: Array.from({ length: rows }, (_, n) => [`${n}`, `What is said of number ${n}, at some length.`]),
    },
  ],
})

it('draws in a process of its own, byte for byte what is drawn here, while this one goes on', async () => {
  let ticks = 0
  const ticking = setInterval(() => {
    ticks += 1
  }, 5)
  const bytes = await makePdf(paper(1_000))
  clearInterval(ticking)
  expect(ticks).toBeGreaterThan(20)
  expect(Buffer.from(bytes).equals(await drawPdf(paper(1_000)))).toBe(true)
})

it('is told of when the process that draws ends, and has another one draw the next', async () => {
  const holder = globalThis as typeof globalThis & { plumblinePress?: { child: ChildProcess | null } }
  const killed = async (signal: NodeJS.Signals) => {
    await makePdf(paper(1))
    const child = holder.plumblinePress?.child
    const coming = makePdf(paper(1_000))
    child?.kill(signal)
    return coming.catch((error: unknown) => error)
  }
  expect(await killed('SIGKILL')).toMatchObject({ message: 'the process that draws PDFs ended (SIGKILL)' })
  // How Node ends when its memory is full.
  expect(await killed('SIGABRT')).toBeInstanceOf(PdfRefused)
  expect((await makePdf(paper(1))).length).toBeGreaterThan(1_000)
})

it('takes so many in, and refuses the rest in words', async () => {
  const asked = await Promise.allSettled(Array.from({ length: 23 }, () => makePdf(paper(1))))
  const refused = asked.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
  expect(refused).toHaveLength(2)
  for (const reason of refused) expect(reason).toBeInstanceOf(PdfRefused)
  expect((await makePdf(paper(1))).length).toBeGreaterThan(1_000)
})
