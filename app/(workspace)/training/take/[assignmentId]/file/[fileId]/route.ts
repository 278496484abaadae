import { currentActor } from '#lib/kernel/require-actor'
import { lessonFileAnswer } from '../../../../../../lesson-file-answer.ts'

/** A picture, video or PDF of a lesson, for the person who has to do it or has signed it. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ assignmentId: string; fileId: string }> },
): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 303, headers: { location: '/sign-in' } })
  return lessonFileAnswer(actor, await params, request.headers.get('range'))
}
