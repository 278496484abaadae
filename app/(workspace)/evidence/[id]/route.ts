import { handOut } from '../answer.ts'

/** A file on a record, to be saved. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return handOut((await params).id, 'download')
}
