import Image from 'next/image'
import { createElement, Fragment, type ReactNode } from 'react'
import { lessonFileShape } from '#lib/base/lesson-file'
import { type LessonBlock, type LessonInline, lessonBlocks } from '#lib/base/lesson-markdown'
import { Video } from '../record/video.tsx'
import { Icon } from '../ui/icon.tsx'
import './lesson-body.css'

interface LessonFile {
  id: string
  fileName: string
  type: string
}

interface Shown {
  files: readonly LessonFile[]
  /** Where a file is fetched; null for whoever may not. */
  fileHref: (id: string) => string | null
  /** The level of the headings: 2 below the title of the page. */
  level?: 2 | 3
}

/** A lesson to read. Nothing in it is ever taken for HTML; a file that is not among `files` shows as its words. */
export function LessonBody({ body, ...shown }: Shown & { body: string }) {
  return <div className="lesson">{drawn(lessonBlocks(body), shown)}</div>
}

/** Parts of a text never move, so that their place tells them apart. */
function drawn(blocks: readonly LessonBlock[], shown: Shown): ReactNode {
  return blocks.map((block, at) =>
    createElement(Fragment, { key: at }, drawnBlock(block, shown, captionsBehind(blocks, at, shown))),
  )
}

type FileBlock = Extract<LessonBlock, { kind: 'file' }>

const shapeOf = (block: LessonBlock | undefined, { files }: Shown) => {
  const file = block?.kind === 'file' ? files.find(({ id }) => id === block.id) : undefined
  return file ? lessonFileShape(file.type) : null
}

/** The captions of the video at this place: they are named right behind it, in each language their own. */
function captionsBehind(blocks: readonly LessonBlock[], at: number, shown: Shown): FileBlock | null {
  const next = blocks[at + 1]
  const isTheirs = shapeOf(blocks[at], shown) === 'video' && shapeOf(next, shown) === 'captions'
  return isTheirs && next?.kind === 'file' ? next : null
}

function drawnBlock(block: LessonBlock, shown: Shown, captions: FileBlock | null): ReactNode {
  if (block.kind === 'paragraph') return <p>{words(block.parts)}</p>
  if (block.kind === 'heading') {
    const level = block.level + (shown.level ?? 2) - 2
    return createElement(`h${level}`, null, words(block.parts))
  }
  if (block.kind === 'scene') return <blockquote>{drawn(block.blocks, shown)}</blockquote>
  if (block.kind === 'file') return <ShownFile id={block.id} alt={block.alt} captions={captions} {...shown} />
  const items = block.items.map((item, at) => createElement('li', { key: at }, drawn(item, shown)))
  return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>
}

function words(parts: readonly LessonInline[]): ReactNode {
  return parts.map((part, at) => createElement(Fragment, { key: at }, drawnPart(part)))
}

function drawnPart(part: LessonInline): ReactNode {
  if (part.kind === 'text') return part.text
  if (part.kind === 'break') return <br />
  if (part.kind === 'link')
    return (
      <a href={part.href} target="_blank" rel="noopener noreferrer">
        {words(part.parts)}
      </a>
    )
  return part.kind === 'strong' ? <strong>{words(part.parts)}</strong> : <em>{words(part.parts)}</em>
}

/** A picture, video or PDF of the lesson. */
function ShownFile({
  id,
  alt,
  captions,
  files,
  fileHref,
}: Shown & { id: string; alt: string; captions: FileBlock | null }) {
  const file = files.find((one) => one.id === id)
  const href = file ? fileHref(id) : null
  const shape = file ? lessonFileShape(file.type) : null
  if (!file || !href || !shape)
    return (
      <p className="lesson-missing">
        <Icon name="document" /> {alt || 'A file'}
      </p>
    )
  if (shape === 'captions') return null
  if (shape === 'pdf')
    return (
      <p className="lesson-file">
        <a href={href} target="_blank" rel="noopener noreferrer">
          <Icon name="document" /> {alt || file.fileName} (PDF)
        </a>
      </p>
    )
  return (
    <figure>
      {shape === 'video' ? (
        <Video
          src={href}
          title={alt}
          captionsSrc={captions ? (fileHref(captions.id) ?? undefined) : undefined}
          captionsLabel={captions?.alt}
        />
      ) : (
        <Image src={href} alt={alt} width={1200} height={800} unoptimized />
      )}
    </figure>
  )
}
