import { handOut } from '../../answer.ts'

/** A picture, PDF or text on a record, to be looked at inside its page. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return handOut((await params).id, 'preview')
}
