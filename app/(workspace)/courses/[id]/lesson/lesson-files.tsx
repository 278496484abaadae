'use client'

import { Button, ButtonLink } from '#components/ui/button'

export interface LessonFileChoice {
  id: string
  title: string
  fileName: string
}

/** How the text names a file: the words for those who cannot see it, and which file. */
const markOf = ({ id, title }: LessonFileChoice) => `![${title.replaceAll(/[[\]\n]/g, ' ')}](file:${id})`

/** Puts a mark on a line of its own where the cursor is, as if it had been typed. */
function putIn(mark: string): void {
  const body = document.getElementById('body')
  if (!(body instanceof HTMLTextAreaElement)) return
  const { selectionStart: from, selectionEnd: to, value } = body
  const before = value.slice(0, from).replace(/\s*$/, '')
  body.focus()
  body.setRangeText(`${before === '' ? '' : '\n\n'}${mark}\n\n`, before.length, to, 'end')
  body.dispatchEvent(new Event('input', { bubbles: true }))
}

/** The pictures, videos and PDFs of the course, each with a way into the text. Without script the mark is there to copy. */
export function LessonFiles({
  files,
  addFileHref,
}: {
  files: readonly LessonFileChoice[]
  addFileHref: string
}) {
  return (
    <section aria-label="Pictures, videos and PDFs" className="grid gap-3">
      <p>
        {files.length > 0
          ? 'Pictures, videos and PDFs of this course. The words between the square brackets are read to those who cannot see it: say what it shows. Captions of a video (.vtt) go right behind it, in each language their own.'
          : 'Pictures, videos and PDFs are put on the course first, then into the text.'}
      </p>
      {files.length > 0 ? (
        <ul className="lesson-files">
          {files.map((file) => (
            <li key={file.id}>
              <span>
                {file.title} <span className="text-muted">({file.fileName})</span>
              </span>
              <code>{markOf(file)}</code>
              <Button size="small" onClick={() => putIn(markOf(file))}>
                Put “{file.title}” into the text
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <div className="actions">
        <ButtonLink href={addFileHref} size="small" icon="upload">
          Add a file to the course
        </ButtonLink>
      </div>
    </section>
  )
}
