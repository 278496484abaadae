import { describe, expect, it } from 'vitest'
import { mergeAnswers } from './merge-answers.ts'

const opened = { name: ['Scribe'], vendor: ['Acme'], notes: ['a\nb'], 'sites[]': ['1', '2'] }

describe('an edit that came second', () => {
  it('takes their answers where only they changed something, and keeps mine where only I did', () => {
    const entered = { ...opened, id: ['7'], notes: ['mine'], 'sites[]': ['', '2', '1'] }
    const theirs = { ...opened, vendor: ['Beta'], 'sites[]': ['3'] }
    expect(mergeAnswers(opened, entered, theirs)).toEqual({
      values: { id: ['7'], name: ['Scribe'], vendor: ['Beta'], notes: ['mine'], 'sites[]': ['3'] },
      opened: theirs,
      taken: ['vendor', 'sites[]'],
      clashes: [],
    })
  })

  it('names only what both changed to something else, and leaves mine standing there', () => {
    const entered = { ...opened, name: ['Mine'], vendor: ['Beta '] }
    const merged = mergeAnswers(opened, entered, { ...opened, name: ['Theirs'], vendor: ['Beta'] })
    expect(merged).toMatchObject({ clashes: ['name'], taken: [], values: { name: ['Mine'] } })
  })

  it('takes neither another line end nor a space for a change', () => {
    const entered = { ...opened, notes: ['a\r\nb '] }
    expect(mergeAnswers(opened, entered, { ...opened, notes: ['theirs'] })).toMatchObject({
      taken: ['notes'],
      clashes: [],
    })
  })

  it('compares the next try with what they have now, so that theirs is not taken for mine', () => {
    const first = mergeAnswers(opened, { ...opened, name: ['Mine'] }, { ...opened, name: ['Theirs'] })
    const again = mergeAnswers(first.opened, first.values, { ...opened, name: ['Theirs'], vendor: ['Beta'] })
    expect(again).toMatchObject({ taken: ['vendor'], clashes: [], values: { name: ['Mine'] } })
  })

  it('calls every difference a clash when nobody knows what the form was opened with', () => {
    const merged = mergeAnswers(null, { ...opened, name: ['Mine'] }, { ...opened, vendor: ['Beta'] })
    expect(merged).toMatchObject({ clashes: ['name', 'vendor'], taken: [], values: { vendor: ['Acme'] } })
  })

  it('leaves alone what a safeguard without a row shows', () => {
    const entered = { ...opened, 'safeguards.mfa.state': ['met'] }
    const merged = mergeAnswers({ ...opened, 'safeguards.mfa.state': ['unknown'] }, entered, opened)
    expect(merged).toMatchObject({ clashes: [], values: entered })
  })
})
