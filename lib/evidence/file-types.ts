/** What a file that Plumbline takes is, and how it can be looked at without being opened by a program. */
export interface FileType {
  label: string
  mime: string
  /** How names of such files end; the first is the usual one. */
  endings: readonly string[]
  preview?: 'image' | 'video' | 'pdf' | 'text'
}

const office = 'application/vnd.openxmlformats-officedocument'

export const fileTypes = {
  pdf: { label: 'PDF', mime: 'application/pdf', endings: ['pdf'], preview: 'pdf' },
  png: { label: 'PNG picture', mime: 'image/png', endings: ['png'], preview: 'image' },
  jpeg: {
    label: 'JPEG picture',
    mime: 'image/jpeg',
    endings: ['jpg', 'jpeg', 'jpe', 'jfif'],
    preview: 'image',
  },
  gif: { label: 'GIF picture', mime: 'image/gif', endings: ['gif'], preview: 'image' },
  webp: { label: 'WebP picture', mime: 'image/webp', endings: ['webp'], preview: 'image' },
  mp4: { label: 'MP4 video', mime: 'video/mp4', endings: ['mp4', 'm4v'], preview: 'video' },
  webm: { label: 'WebM video', mime: 'video/webm', endings: ['webm'], preview: 'video' },
  docx: { label: 'Word document', mime: `${office}.wordprocessingml.document`, endings: ['docx'] },
  xlsx: { label: 'Excel workbook', mime: `${office}.spreadsheetml.sheet`, endings: ['xlsx'] },
  pptx: {
    label: 'PowerPoint presentation',
    mime: `${office}.presentationml.presentation`,
    endings: ['pptx'],
  },
  /** Only ever the package of a course: lib/flows/course-package.ts. */
  scorm: { label: 'SCORM package', mime: 'application/zip', endings: ['zip'] },
  vtt: { label: 'Captions (WebVTT)', mime: 'text/vtt', endings: ['vtt'], preview: 'text' },
  text: {
    label: 'Text',
    mime: 'text/plain',
    endings: ['txt', 'text', 'md', 'log', 'csv', 'tsv', 'tab'],
    preview: 'text',
  },
} as const satisfies Record<string, FileType>

export type FileTypeKey = keyof typeof fileTypes

export function isFileType(text: string): text is FileTypeKey {
  return Object.hasOwn(fileTypes, text)
}

export const typesInWords =
  'PDF, pictures (PNG, JPEG, GIF, WebP), videos (MP4, WebM) and their captions (WebVTT), Word, Excel, PowerPoint, text and CSV'
