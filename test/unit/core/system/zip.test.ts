import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createZip, zipFromParts } from '../../../../electron/core/system/zip.ts'
import { aFolder } from '../../../support/archive.ts'

test('a container of more parts than the old form counts is read whole by another program', () => {
  const { folder, remove } = aFolder()
  const zip = createZip()
  const count = 66_000
  const pieces: Uint8Array[] = []
  for (let number = 0; number < count; number += 1) {
    pieces.push(zip.add({ name: `é/${number}.txt`, content: String(number) }))
  }
  pieces.push(zip.end())
  const file = path.join(folder, 'parts.zip')
  writeFileSync(file, Buffer.concat(pieces))
  const listed = execFileSync('bsdtar', ['-tf', file], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  })
  expect(listed.trim().split('\n')).toHaveLength(count)
  const last = execFileSync('bsdtar', ['-xOf', file, `é/${count - 1}.txt`], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  })
  expect(last).toBe(String(count - 1))
  remove()
})

test('the same parts give the same bytes', () => {
  const parts = [{ name: 'a.txt', content: 'un' }]
  expect(Buffer.compare(zipFromParts(parts), zipFromParts(parts))).toBe(0)
})
