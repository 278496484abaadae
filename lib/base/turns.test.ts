import { expect, it } from 'vitest'
import { turns } from './turns.ts'

it('never does more at once than it may, does all of it in order, and goes on after a failure', async () => {
  const inTurn = turns(2)
  let now = 0
  let most = 0
  const done: number[] = []
  const work = async (number: number) => {
    now += 1
    most = Math.max(most, now)
    await new Promise((go) => setTimeout(go, 2))
    now -= 1
    if (number === 3) throw new Error('three')
    done.push(number)
  }
  const all = Array.from({ length: 9 }, (_, number) => inTurn(() => work(number)))
  expect(inTurn.waiting()).toBe(7)
  const results = await Promise.allSettled(all)
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1)
  expect(done).toEqual([0, 1, 2, 4, 5, 6, 7, 8])
  expect([most, inTurn.waiting()]).toEqual([2, 0])
})
