import { expect, it } from 'vitest'
import { searchWords } from './text.ts'

it('takes the words of a search as they are written, in lower case, without what no column can hold', () => {
  expect(searchWords('  Front\u00a0Desk\t50%_off \0 ')).toEqual(['front', 'desk', '50\\%\\_off'])
  expect(searchWords(' \0 ')).toEqual([])
})
