/** How a file can be shown inside a lesson. */
export type LessonFileShape = 'image' | 'video' | 'pdf' | 'captions'

const shapes: Readonly<Record<string, LessonFileShape>> = {
  png: 'image',
  jpeg: 'image',
  gif: 'image',
  webp: 'image',
  mp4: 'video',
  webm: 'video',
  pdf: 'pdf',
  vtt: 'captions',
}

/** How a stored file of this type is shown inside a lesson; null when it cannot be. */
export function lessonFileShape(type: string): LessonFileShape | null {
  return shapes[type] ?? null
}
