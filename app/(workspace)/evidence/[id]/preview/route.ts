import { handOut } from '../../answer.ts'

/** A picture, video, PDF or text on a record, to be looked at inside its page. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return handOut((await params).id, 'preview', request.headers.get('range'))
}
