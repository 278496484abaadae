import { now } from '#lib/platform/clock'
import { readerAt } from '#lib/training/kiosk-take'
import { lessonFileAnswer } from '../../../../lesson-file-answer.ts'
import { kioskSecrets } from '../../kiosk-cookies.ts'

/** A picture, video or PDF of a lesson, for the person whose turn it is at a shared tablet. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ fileId: string }> },
): Promise<Response> {
  const actor = await readerAt(await kioskSecrets(), now())
  if (!actor) return new Response('Not found', { status: 404 })
  const assignmentId = new URL(request.url).searchParams.get('training') ?? ''
  const { fileId } = await params
  return lessonFileAnswer(actor, { assignmentId, fileId }, request.headers.get('range'))
}
